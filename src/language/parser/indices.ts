import type { Affine } from "../affine.ts";
import { letter, plus, times, whole, width } from "../affine.ts";
import { replaceSpan } from "../diagnostics.ts";
import { isCount, isWidth } from "../model.ts";
import type { IndexCondition, IndexRelation } from "../tree.ts";
import type { Cursor } from "./cursor.ts";

const RELATION_SPELLINGS: Readonly<Record<string, IndexRelation>> = {
  "=": "=",
  "\\ne": "\\ne",
  "\\neq": "\\ne",
  "<": "<",
  ">": ">",
  "\\lt": "<",
  "\\gt": ">",
  "\\le": "\\le",
  "\\leq": "\\le",
  "\\ge": "\\ge",
  "\\geq": "\\ge",
};

/** Whether a letter can stand in an index expression: an index, a count or a width of the model. */
export const isIndexLetter = (cursor: Cursor, text: string): boolean =>
  cursor.model.indices.has(text) || isCount(cursor.model, text) || isWidth(cursor.model, text);

/** `k+1`, `L-1`, `2`, `n_{k+1}`, `p+u-1`: an affine expression in index letters and sizes. */
export function readAffine(cursor: Cursor): Affine {
  let sum = whole(0);
  let sign = cursor.accept("-") ? -1 : 1;
  for (;;) {
    const { span } = cursor.peek();
    sum = plus(sum, readTerm(cursor), sign);
    // Every term is put among those before it.
    cursor.take(span, sum.terms.length);
    if (cursor.accept("+")) sign = 1;
    else if (cursor.accept("-")) sign = -1;
    else return sum;
  }
}

/** One term of it: a number, a letter or a width. */
export function readTerm(cursor: Cursor): Affine {
  const token = cursor.peek();
  if (token.kind === "number") {
    cursor.next();
    const value = Number(token.text);
    if (!Number.isSafeInteger(value)) {
      cursor.refuse("index", `An index is a whole number; ${token.text} is not.`, token.span);
    }
    const followed = cursor.peek();
    if (followed.kind === "letter" && isIndexLetter(cursor, followed.text)) {
      return times(readTerm(cursor), value);
    }
    return whole(value);
  }
  if (isWidth(cursor.model, token.text)) {
    cursor.next();
    cursor.expect("_", `after ${token.text}: which layer's width is meant`);
    if (!cursor.accept("{")) return width(token.text, readTerm(cursor));
    const at = cursor.deeper(() => readAffine(cursor));
    cursor.expect("}", `to close the subscript of ${token.text}`);
    return width(token.text, at);
  }
  if (isIndexLetter(cursor, token.text)) {
    cursor.next();
    return letter(token.text);
  }
  const seen = token.kind === "end" ? "The equation ends" : `"${token.text}" stands`;
  const letters = [...cursor.model.indices.keys()].join(", ");
  return cursor.refuse(
    "index",
    `${seen} where an index is needed. The index letters of this model are ${letters}.`,
    token.span,
  );
}

/** Without braces TeX takes one token: `a_12` is set as a₁2. */
function readBareSubscript(cursor: Cursor): Affine {
  const { at } = cursor;
  const first = cursor.peek();
  const index = readTerm(cursor);
  if (cursor.at - at > 1 || (first.kind === "number" && first.text.length > 1)) {
    const span = cursor.spanFrom(first.span);
    const text = `{${cursor.source.slice(span.start, span.end)}}`;
    const message = `Without braces TeX takes one token only for a subscript: write _${text}.`;
    cursor.refuse("syntax", message, span, [
      { tex: replaceSpan(cursor.source, span, text), say: `_${text}` },
    ]);
  }
  return index;
}

/** The subscripts of a symbol: `_i`, `_{i,j}`, `_{ij}`, `_{r,i}`, `_{q-u+1}`. */
export function readSubscripts(cursor: Cursor): Affine[] {
  if (!cursor.accept("{")) return [readBareSubscript(cursor)];
  const items: Affine[] = [];
  do {
    items.push(cursor.deeper(() => readAffine(cursor)));
    // `ij` without a comma: two bare letters stand for two indices.
  } while (cursor.accept(",") || isIndexLetter(cursor, cursor.peek().text));
  cursor.expect("}", "to close the subscript");
  return items;
}

/** `i = j`, `k \ge 2` between index expressions. */
export function readIndexCondition(cursor: Cursor): IndexCondition {
  const left = readAffine(cursor);
  const token = cursor.next();
  let relation = RELATION_SPELLINGS[token.text];
  if (token.text === "\\not" && cursor.accept("=")) relation = "\\ne";
  if (!relation) {
    return cursor.refuse("syntax", "A relation between indices is needed here.", token.span);
  }
  return { left, relation, right: readAffine(cursor) };
}
