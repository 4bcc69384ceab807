import type { Budget } from "../budget.ts";
import type { Diagnostic, DiagnosticCode, Span } from "../diagnostics.ts";
import { piecesOf } from "../lexer.ts";
import { WORD_COMMANDS } from "./words.ts";

/** A piece of what was typed, the token that it stands for, and what is to be written around it. */
export interface Piece {
  readonly span: Span;
  readonly from: string;
  /** The token in house LaTeX; empty for what is left out. */
  is: string;
  before: string;
  after: string;
}

/** How often the rules go over the pieces. */
const STEPS = 12;

/** What was typed, as pieces that the rules change; every change is told, nothing is dropped silently. */
export class Line {
  readonly pieces: Piece[];
  readonly #notes = new Map<string, { code: DiagnosticCode; spans: Span[] }>();
  readonly source: string;
  readonly budget: Budget;

  constructor(source: string, budget: Budget) {
    this.source = source;
    this.budget = budget;
    this.pieces = cut(source);
    budget.take(STEPS * this.pieces.length);
  }

  /** The token at a place; a place outside has none. */
  at(place: number): string {
    return this.pieces[place]?.is ?? "";
  }

  /** The next place, from this one on, where something stands. */
  next(place: number): number {
    let at = place;
    while (at < this.pieces.length && this.at(at).trim() === "") at += 1;
    return at;
  }

  /** The nearest place before this one where something stands; −1 where nothing does. */
  previous(place: number): number {
    let at = place - 1;
    while (at >= 0 && this.at(at).trim() === "") at -= 1;
    return at;
  }

  /** The place of the bracket that closes the one here; −1 where none does. */
  closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.pieces.length && this.budget.take(); at += 1) {
      if (OPEN.has(this.at(at))) depth += 1;
      if (CLOSE.has(this.at(at))) depth -= 1;
      if (depth === 0) return at;
    }
    return -1;
  }

  /** The place of the bracket that opens the one here; −1 where none does. */
  opening(close: number): number {
    let depth = 0;
    for (let at = close; at >= 0 && this.budget.take(); at -= 1) {
      if (CLOSE.has(this.at(at))) depth += 1;
      if (OPEN.has(this.at(at))) depth -= 1;
      if (depth === 0) return at;
    }
    return -1;
  }

  /** Another token in this place. */
  put(place: number, is: string): void {
    const piece = this.pieces[place];
    if (piece) piece.is = is;
  }

  wrap(first: number, before: string, last: number, after: string): void {
    const [one, other] = [this.pieces[first], this.pieces[last]];
    if (one) one.before = before + one.before;
    if (other) other.after += after;
  }

  /** What is told of the pieces from one place to another; the same sentence is told once. */
  tell(message: string, first: number, last = first, code: DiagnosticCode = "syntax"): void {
    const { start } = this.pieces[first]?.span ?? { start: 0 };
    const { end } = this.pieces[last]?.span ?? { end: start };
    const known = this.#notes.get(message);
    if (known) known.spans.push({ start, end });
    else this.#notes.set(message, { code, spans: [{ start, end }] });
  }

  /** What was told, in the order of the source; where it is true of several pieces they are related. */
  get notes(): Diagnostic[] {
    return [...this.#notes]
      .map(([message, { code, spans }]): Diagnostic => {
        const [span = NOWHERE, ...related] = spans.sort((one, other) => one.start - other.start);
        return { code, message, span, ...(related.length > 0 ? { related } : {}) };
      })
      .sort((one, other) => one.span.start - other.span.start);
  }

  /** Another token, told in the usual words. */
  say(place: number, is: string, told = is.trim()): void {
    this.tell(`${this.pieces[place]?.from} is written ${told} here.`, place);
    this.put(place, is);
  }
}

const NOWHERE: Span = { start: 0, end: 0 };
const OPEN = new Set(["(", "[", "{"]);
const CLOSE = new Set([")", "]", "}"]);

/** Marks of several characters, the longest first, and words that are read as one. */
const LONGER = /\.\*|\*\*|\.{3}|==|!=|<=|>=|\|\||\.\d+|[a-zA-Z]{2,}/y;
/** Braces after these hold words, not mathematics. */
const VERBATIM =
  /\\(?:begin|end|text|textrm|operatorname\*?|mathrm|mathsf|mathtt|label|tag|hspace|vspace)\s*\{[^{}]*\}/y;

function cut(source: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: string, is: string, start: number): void => {
    const span = { start, end: start + from.length };
    pieces.push({ span, from, is, before: "", after: "" });
  };
  const longer = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? "";
  };
  let done = 0;
  for (const { text, span } of piecesOf(source)) {
    if (span.start < done) continue;
    const whole = longer(VERBATIM, span.start) || wordOr(longer(LONGER, span.start));
    if (whole) {
      add(whole, whole, span.start);
      done = span.start + whole.length;
    } else {
      add(source.slice(span.start, span.end), text, span.start);
      done = span.end;
    }
  }
  return pieces;
}

/** Letters that stand together are one piece only where they spell a known word. */
const wordOr = (text: string): string =>
  /^[a-zA-Z]/.test(text) && !WORD_COMMANDS.has(text) ? "" : text;
