import type { Affine } from "../affine.ts";
import { bareLetter, isWhole, lettersOf, minus } from "../affine.ts";
import type { Span } from "../diagnostics.ts";
import { isCount } from "../model.ts";
import type { Condition } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readAffine, readIndexCondition } from "./indices.ts";
import { readName } from "./names.ts";

export const DOTS = ["\\dots", "\\ldots", "\\cdots"];

/** An item that is no claim: a range, a relation between indices, `L = 3`, `g = sigmoid`. */
export function readCondition(cursor: Cursor): Condition[] | undefined {
  return (
    cursor.attempt(() => [readChoice(cursor)]) ??
    cursor.attempt(() => readBetween(cursor)) ??
    cursor.attempt(() => [readIndexItem(cursor)])
  );
}

/** Whether a condition stands next, as after a `\qquad`; nothing is read. */
export function isConditionAhead(cursor: Cursor): boolean {
  const { at } = cursor;
  const found = readCondition(cursor) !== undefined;
  cursor.at = at;
  return found;
}

/** `2 \le k < L`: two conditions on the letter in the middle. */
function readBetween(cursor: Cursor): Condition[] {
  const start = cursor.peek().span;
  const low = readIndexCondition(cursor);
  const middle = cursor.last();
  cursor.at -= 1;
  if (!cursor.model.indices.has(middle.text)) cursor.refuse("syntax", "", start);
  const high = readIndexCondition(cursor);
  if (low.relation === "=" || high.relation === "=") cursor.refuse("syntax", "", start);
  requireEnd(cursor, start);
  const span = cursor.spanFrom(start);
  return [low, high].map((condition) => ({ kind: "index", condition, span }));
}

function requireEnd(cursor: Cursor, start: Span): void {
  const ends = cursor.peek().kind === "end" || cursor.is(",", "\\\\", "\\end", "&");
  if (!ends) cursor.refuse("syntax", "", start);
}

/** `g = sigmoid`, `g = \operatorname{tanh}`, `g = \tanh`. */
function readChoice(cursor: Cursor): Condition {
  const start = cursor.peek().span;
  const name = readName(cursor);
  const declared = name && cursor.model.functions.get(name.text);
  if (!name || declared?.kind !== "choices") return cursor.refuse("syntax", "", start);
  cursor.expect("=", "");
  let choice = "";
  while (cursor.peek().kind !== "end" && !cursor.is(",", "\\\\", "\\end")) {
    const command = cursor.peek().kind === "command" ? readName(cursor)?.text : undefined;
    choice += command ?? cursor.next().text.replace(/^\\/, "");
  }
  if (!declared.choices.includes(choice)) return cursor.refuse("syntax", "", start);
  return { kind: "function", name: name.text, choice, span: cursor.spanFrom(start) };
}

function readIndexItem(cursor: Cursor): Condition {
  const start = cursor.peek().span;
  const condition = readIndexCondition(cursor);
  const { left, relation, right } = condition;
  const name = bareLetter(left) ?? "";
  const isIndex = relation === "=" && cursor.model.indices.has(name);
  const to = isIndex ? readDots(cursor, right) : undefined;
  requireEnd(cursor, start);
  const span = cursor.spanFrom(start);
  // `j = i` relates two indices; `k = 3` and `k = 2, \dots, L` are ranges.
  const relates = lettersOf(right).some((one) => cursor.model.indices.has(one));
  if (isIndex && (to || !relates)) {
    return { kind: "range", index: name, from: right, to: to ?? right, span };
  }
  if (relation === "=" && isCount(cursor.model, name) && isWhole(right)) {
    return { kind: "count", name, value: right.constant, span };
  }
  if (relation === "=" && !isIndex) return cursor.refuse("syntax", "", start);
  return { kind: "index", condition, span };
}

/** The rest of `k = 1, 2, \dots, L-1`: numbers before the dots must lead on from the first. */
function readDots(cursor: Cursor, first: Affine): Affine | undefined {
  return cursor.attempt(() => {
    const listed = [first];
    while (!cursor.is(...DOTS)) {
      cursor.expect(",", "");
      if (!cursor.is(...DOTS)) listed.push(readAffine(cursor));
    }
    cursor.next();
    cursor.accept(",");
    const last = readAffine(cursor);
    const steps = listed.slice(1).map((one, at) => minus(one, listed[at] ?? first));
    const regular = steps.every((step) => isWhole(step) && Math.abs(step.constant) === 1);
    const alike = steps.every((step) => step.constant === steps[0]?.constant);
    if (!regular || !alike) cursor.refuse("syntax", "", cursor.peek().span);
    return last;
  });
}
