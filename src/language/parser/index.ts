import { Budget } from "../budget.ts";
import type { Affine } from "../affine.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { tokenize } from "../lexer.ts";
import type { Model } from "../model.ts";
import type { Chain, Condition, Equation, Node, Relation } from "../tree.ts";
import { isConditionAhead, readCondition } from "./conditions.ts";
import { Cursor, Refusal } from "./cursor.ts";
import { closeEnvironment, readEnvironmentName } from "./environments.ts";
import { readAffine } from "./indices.ts";
import { readExpression } from "./sums.ts";

const SPELLINGS: Readonly<Record<string, Relation>> = {
  "=": "=",
  "\\in": "\\in",
  "\\le": "\\le",
  "\\leq": "\\le",
  "\\ge": "\\ge",
  "\\geq": "\\ge",
  "<": "<",
  "\\lt": "<",
  ">": ">",
  "\\gt": ">",
  "\\approx": "\\approx",
  "\\leftarrow": "\\leftarrow",
  "\\coloneqq": ":=",
};

export interface Parsed {
  readonly equation: Equation;
  readonly diagnostics: readonly Diagnostic[];
}

/** LaTeX to tree: lex, read every item between commas and rows, keep all diagnostics. Never throws. */
export function parse(source: string, model: Model, budget = new Budget()): Parsed {
  const { tokens, diagnostics } = tokenize(source);
  const chains: Chain[] = [];
  const conditions: Condition[] = [];
  const fatal = diagnostics.some((one) => one.code === "limit");
  const cursor = new Cursor(source, tokens, model, budget);
  try {
    if (!fatal) readItems(cursor, chains, conditions);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    cursor.diagnostics.push(error.diagnostic);
  }
  return {
    equation: { source, chains, conditions },
    diagnostics: [...diagnostics, ...cursor.diagnostics],
  };
}

function readItems(cursor: Cursor, chains: Chain[], conditions: Condition[]): void {
  const aligned =
    cursor.is("\\begin") && cursor.peek(2).text === "a" && cursor.peek(3).text === "l";
  const environment = aligned ? readEnvironmentName(cursor) : undefined;
  if (environment !== undefined && environment !== "aligned") {
    cursor.refuse(
      "syntax",
      `Rows are written in aligned, not in ${environment}.`,
      cursor.last().span,
    );
  }
  cursor.hasColumns = environment !== undefined;
  do conditions.push(...readRow(cursor, chains));
  while (environment && cursor.accept("\\\\") && !cursor.is("\\end"));
  if (environment) closeEnvironment(cursor, environment);
  const rest = cursor.peek();
  if (rest.kind !== "end") {
    const message = [".", ";", "!"].includes(rest.text)
      ? `Punctuation belongs to the sentence around the equation: leave "${rest.text}" out.`
      : `"${rest.text}" has no place here.`;
    cursor.refuse("syntax", message, rest.span);
  }
}

/**
 * The items of one row, or of an equation that is no row. What a row says of indices holds for its own
 * chains; the rest, and what stands in a row by itself, holds for all and is given back.
 */
function readRow(cursor: Cursor, chains: Chain[]): Condition[] {
  const found: Condition[] = [];
  let first = chains.length;
  let isRead = false;
  do {
    while (cursor.hasColumns && cursor.accept("&"));
    if (cursor.hasColumns && isRead && cursor.is("\\\\", "\\end")) break;
    isRead = true;
    try {
      const condition = readCondition(cursor);
      if (condition) found.push(...condition);
      else {
        readChain(cursor, chains);
        // A row that begins with a relation goes on with the chain above it.
        first = Math.min(first, chains.length - 1);
      }
    } catch (error) {
      if (!(error instanceof Refusal) || error.diagnostic.code === "limit") throw error;
      cursor.diagnostics.push(error.diagnostic);
      skipItem(cursor);
    }
  } while (cursor.accept(",") || isNextItem(cursor));
  const isOwn = ({ kind }: Condition): boolean =>
    cursor.hasColumns && first < chains.length && (kind === "range" || kind === "index");
  const own = found.filter(isOwn);
  if (own.length > 0) {
    const bound = chains.splice(first);
    chains.push(
      ...bound.map((one) => ({ ...one, conditions: [...(one.conditions ?? []), ...own] })),
    );
  }
  return found.filter((one) => !isOwn(one));
}

/** Another item follows in a column of its own, or a condition `\qquad` apart. */
function isNextItem(cursor: Cursor): boolean {
  const inColumn = cursor.hasColumns && (cursor.is("&") || cursor.last().text === "&");
  return inColumn || (cursor.peek().apart === true && isConditionAhead(cursor));
}

/** After a refusal the next item is read too, so that all independent mistakes are told at once. */
function skipItem(cursor: Cursor): void {
  let depth = 0;
  while (cursor.peek().kind !== "end") {
    if (depth <= 0 && cursor.is(",", "\\\\", "\\end")) return;
    const { text } = cursor.next();
    if (["(", "[", "{", "\\{"].includes(text)) depth += 1;
    if ([")", "]", "}", "\\}"].includes(text)) depth -= 1;
  }
}

/** One chain; a row that begins with a relation goes on with the chain above it. */
function readChain(cursor: Cursor, chains: Chain[]): void {
  const start = cursor.peek().span;
  const above = chains.at(-1);
  skipColumn(cursor);
  let sides: Node[] = [];
  let relations: Relation[] = [];
  const opening = above && cursor.last().text !== "," ? readRelation(cursor) : undefined;
  if (opening && above) {
    chains.pop();
    sides = [...above.sides];
    relations = [...above.relations, opening];
  }
  for (;;) {
    sides.push(relations.at(-1) === "\\in" ? readSpace(cursor) : readExpression(cursor));
    skipColumn(cursor);
    const relation = readRelation(cursor);
    if (!relation) break;
    relations.push(relation);
  }
  const span = cursor.spanFrom(opening && above ? above.span : start);
  const conditions = opening && above?.conditions;
  chains.push({ sides, relations, ...(conditions ? { conditions } : {}), span });
}

/** `&` lines up rows; outside of aligned there is nothing to line up. */
function skipColumn(cursor: Cursor): void {
  if (cursor.hasColumns) cursor.accept("&");
}

function readRelation(cursor: Cursor): Relation | undefined {
  if (cursor.is(":") && cursor.peek(1).text === "=") {
    cursor.next();
    cursor.next();
    skipColumn(cursor);
    return ":=";
  }
  const relation = SPELLINGS[cursor.peek().text];
  if (!relation) return undefined;
  cursor.next();
  skipColumn(cursor);
  return relation;
}

/** `\mathbb{R}`, `\mathbb{R}^{n_k}`, `\mathbb{R}^{n_{k+1} \times n_k}`. */
function readSpace(cursor: Cursor): Node {
  const start = cursor.peek().span;
  const spelled = ["\\mathbb", "{", "R", "}"];
  const short = cursor.is("\\mathbb") && cursor.peek(1).text === "R";
  for (const text of short ? ["\\mathbb", "R"] : spelled) {
    cursor.expect(text, "after ∈: the space \\mathbb{R}^{…}");
  }
  const dimensions = [];
  if (cursor.accept("^")) {
    const braced = cursor.accept("{");
    do dimensions.push(readDimension(cursor));
    while (braced && cursor.accept("\\times"));
    if (braced) cursor.expect("}", "to close the superscript of ℝ");
  }
  return { kind: "space", dimensions, span: cursor.spanFrom(start) };
}

/** A length, in brackets where it is a sum: `\mathbb{R}^{C \times (N-K+1)}`. */
function readDimension(cursor: Cursor): Affine {
  const bracket = cursor.accept("(");
  const size = readAffine(cursor);
  if (bracket) cursor.expect(")", "after the length");
  return size;
}
