import { bareLetter, isWhole } from "../affine.ts";
import { isCount } from "../model.ts";
import type { Condition } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readAffine, readIndexCondition } from "./indices.ts";
import { readName } from "./names.ts";

const DOTS = ["\\dots", "\\ldots", "\\cdots"];

/** An item that is no claim: a range, a relation between indices, `L = 3`, `g = sigmoid`. */
export function readCondition(cursor: Cursor): Condition | undefined {
  return cursor.attempt(() => readChoice(cursor)) ?? cursor.attempt(() => readIndexItem(cursor));
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
  const ends = (): boolean => cursor.peek().kind === "end" || cursor.is(",", "\\\\", "\\end", "&");
  const name = bareLetter(left) ?? "";
  if (relation === "=" && cursor.model.indices.has(name)) {
    const listed = readDots(cursor);
    const to = listed ?? right;
    if (!ends()) cursor.refuse("syntax", "", start);
    return { kind: "range", index: name, from: right, to, span: cursor.spanFrom(start) };
  }
  if (!ends()) cursor.refuse("syntax", "", start);
  if (relation === "=" && isCount(cursor.model, name) && isWhole(right)) {
    return { kind: "count", name, value: right.constant, span: cursor.spanFrom(start) };
  }
  if (relation === "=") return cursor.refuse("syntax", "", start);
  return { kind: "index", condition, span: cursor.spanFrom(start) };
}

/** The rest of `k = 1, \dots, L-1`, also with more numbers before the dots. */
function readDots(cursor: Cursor): ReturnType<typeof readAffine> | undefined {
  return cursor.attempt(() => {
    while (!cursor.is(...DOTS)) {
      cursor.expect(",", "");
      if (!cursor.is(...DOTS)) readAffine(cursor);
    }
    cursor.next();
    cursor.accept(",");
    return readAffine(cursor);
  });
}
