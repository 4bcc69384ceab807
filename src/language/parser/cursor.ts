import { Budget, TOO_MUCH_WORK } from "../budget.ts";
import type { Diagnostic, DiagnosticCode, Proposal, Span } from "../diagnostics.ts";
import { cover, shortened } from "../diagnostics.ts";
import type { Token } from "../lexer.ts";
import type { Model } from "../model.ts";

/** Brackets inside brackets beyond this are refused, so the recursion stays bounded. */
export const MAX_DEPTH = 60;

/** Leaves the item that is being parsed; caught in `parse`, never seen outside the parser. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** The tokens, where we are in them, and what was found wrong so far. */
export class Cursor {
  at = 0;
  /** Inside rows that are lined up by `&`. */
  hasColumns = false;
  readonly diagnostics: Diagnostic[] = [];
  /** Which `|` or `\|` would close the innermost fence. */
  readonly fences: string[][] = [];
  readonly source: string;
  readonly model: Model;
  readonly budget: Budget;
  readonly #tokens: Token[];
  #depth = 0;

  constructor(source: string, tokens: readonly Token[], model: Model, budget = new Budget()) {
    this.source = source;
    this.#tokens = [...tokens];
    this.model = model;
    this.budget = budget;
  }

  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    return this.#tokens[Math.min(this.at + ahead, last)] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.take(token.span);
    if (token.kind !== "end") this.at += 1;
    return token;
  }

  /** Takes steps of the budget, one for each token that is read, even where it is read again. */
  take(span: Span, steps = 1): void {
    if (!this.budget.take(steps)) this.refuse("limit", TOO_MUCH_WORK, span);
  }

  /** The token just consumed. */
  last(): Token {
    return this.#tokens[Math.max(this.at - 1, 0)] as Token;
  }

  is(...texts: string[]): boolean {
    const token = this.peek();
    return token.kind !== "end" && texts.includes(token.text);
  }

  accept(...texts: string[]): Token | undefined {
    return this.is(...texts) ? this.next() : undefined;
  }

  /** One digit: TeX takes `\frac12` as ½, so a longer number is split. */
  digit(): Token | undefined {
    const token = this.peek();
    if (token.kind !== "number") return undefined;
    const { start, end } = token.span;
    if (token.text.length > 1) {
      const first = { ...token, text: token.text.slice(0, 1), span: { start, end: start + 1 } };
      const rest = { ...token, text: token.text.slice(1), span: { start: start + 1, end } };
      this.#tokens.splice(this.at, 1, first, rest);
    }
    return this.next();
  }

  expect(text: string, why: string): Token {
    const token = this.accept(text);
    if (token) return token;
    const found = this.peek();
    const seen = found.kind === "end" ? "the equation ends" : `"${found.text}" stands`;
    return this.refuse("syntax", `Here ${seen} where "${text}" is needed ${why}.`, found.span);
  }

  refuse(code: DiagnosticCode, message: string, span: Span, proposals?: Proposal[]): never {
    throw new Refusal({
      code,
      message: shortened(message),
      span,
      ...(proposals ? { proposals } : {}),
    });
  }

  /** Notes a mistake that does not stop the parser, so that independent ones are told at once. */
  report(code: DiagnosticCode, message: string, span: Span, proposals?: Proposal[]): void {
    this.diagnostics.push({
      code,
      message: shortened(message),
      span,
      ...(proposals ? { proposals } : {}),
    });
  }

  spanFrom(start: Span): Span {
    return cover(start, this.last().span);
  }

  /** Runs `inside` one level deeper, with a limit. */
  deeper<T>(inside: () => T): T {
    if (this.#depth >= MAX_DEPTH) {
      this.refuse("limit", `Brackets may be nested at most ${MAX_DEPTH} deep.`, this.peek().span);
    }
    this.#depth += 1;
    try {
      return inside();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Tries a reading; where it is refused, the cursor and the reports are as before. */
  attempt<T>(reading: () => T): T | undefined {
    const { at } = this;
    const reports = this.diagnostics.length;
    const fences = this.fences.length;
    try {
      return reading();
    } catch (error) {
      if (!(error instanceof Refusal) || error.diagnostic.code === "limit") throw error;
      this.at = at;
      this.diagnostics.length = reports;
      this.fences.length = fences;
      return undefined;
    }
  }
}
