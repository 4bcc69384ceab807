import { operations } from "../operations/index.ts";
import type { Node } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readArgument } from "./factors.ts";
import { readIndexCondition } from "./indices.ts";
import { readExpression } from "./sums.ts";

const CLOSERS = { "(": ")", "[": "]", "{": "}", "\\{": "\\}" } as const;

/** Brackets, `[i = j]`, `[x > y]` and fractions; `undefined` where none of them stands. */
export function readBracket(cursor: Cursor): Node | undefined {
  const start = cursor.peek();
  if (start.text === "\\frac" || start.text === "\\tfrac" || start.text === "\\dfrac") {
    cursor.next();
    const numerator = readFractionPart(cursor, "the numerator");
    const denominator = readFractionPart(cursor, "the denominator");
    const span = cursor.spanFrom(start.span);
    return { kind: "fraction", numerator, denominator, slash: false, span };
  }
  if (start.text === "[") {
    const iverson = cursor.attempt((): Node => {
      cursor.next();
      const condition = readIndexCondition(cursor);
      cursor.expect("]", "to close the bracket");
      return { kind: "iverson", condition, span: cursor.spanFrom(start.span) };
    });
    if (iverson) return iverson;
  }
  if (!(start.text in CLOSERS)) return undefined;
  const open = start.text as keyof typeof CLOSERS;
  cursor.next();
  cursor.fences.push([]);
  const of = cursor.deeper(() => readExpression(cursor));
  const compared = open === "[" ? readCompared(cursor, of) : undefined;
  cursor.fences.pop();
  cursor.expect(CLOSERS[open], `to close "${open}"`);
  const span = cursor.spanFrom(start.span);
  return compared
    ? { kind: "operation", ...compared, open: false, span }
    : { kind: "group", open, of, span };
}

/** `[x > y]`, `[x < y]`: the other side of a comparison of two numbers. */
function readCompared(cursor: Cursor, left: Node): { name: string; args: Node[] } | undefined {
  const mark = cursor.peek().text;
  for (const { name, notation } of operations) {
    if (notation.form !== "relation") continue;
    const isTurned = notation.turned.includes(mark);
    if (!isTurned && !notation.spellings.includes(mark)) continue;
    cursor.next();
    const right = cursor.deeper(() => readExpression(cursor));
    return { name, args: isTurned ? [right, left] : [left, right] };
  }
  return undefined;
}

/** `\frac12` takes one digit for each part. */
function readFractionPart(cursor: Cursor, what: string): Node {
  const digit = cursor.digit();
  return digit
    ? { kind: "number", text: digit.text, span: digit.span }
    : readArgument(cursor, what);
}
