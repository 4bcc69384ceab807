import { findOperation, operations } from "../operations/index.ts";
import type { Notation, Operation } from "../operations/operation.ts";
import type { Node } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readArguments } from "./applications.ts";
import { readArgument, readFactor } from "./factors.ts";
import { readName } from "./names.ts";
import { readExpression, readReduce, readReduction } from "./sums.ts";

const prefixes = new Map<string, Operation>();
const fences = new Map<string, Operation[]>();
for (const operation of operations) {
  const { notation } = operation;
  if (notation.form === "fence") {
    for (const mark of notation.open) fences.set(mark, [...(fences.get(mark) ?? []), operation]);
  } else if (notation.form !== "relation") {
    for (const spelling of notation.spellings) prefixes.set(spelling, operation);
  }
}

/** An operation of the table: `\ln(x)`, `\operatorname{diag}(v)`, `\|v\|`; `undefined` where none stands. */
export function readOperation(cursor: Cursor): Node | undefined {
  const start = cursor.peek();
  const candidates = fences.get(start.text);
  if (candidates) return readFence(cursor, candidates);
  if (start.text === "\\max" && cursor.peek(1).text === "_") {
    return readReduce(cursor, "max", () => readFactor(cursor));
  }
  const operation = prefixes.get(start.text) ?? readWord(cursor);
  if (!operation) return undefined;
  if (prefixes.has(start.text)) cursor.next();
  if (operation.notation.form === "braced") {
    const args = [readArgument(cursor, `what stands under ${start.text}`)];
    return finish(cursor, operation, args, false, start.span);
  }
  const bracketed = cursor.is("(");
  const isSum = cursor.is("\\sum", "\\prod");
  const args = bracketed
    ? readArguments(cursor)
    : [isSum ? readReduction(cursor) : readFactor(cursor)];
  return finish(cursor, operation, args, !bracketed, start.span);
}

/** `\operatorname{diag}`, `\mathrm{diag}`. */
function readWord(cursor: Cursor): Operation | undefined {
  const { at } = cursor;
  const name = cursor.peek().kind === "command" ? readName(cursor) : undefined;
  const operation = name?.isWord ? prefixes.get(name.text) : undefined;
  if (!operation) cursor.at = at;
  return operation;
}

function readFence(cursor: Cursor, candidates: readonly Operation[]): Node {
  const start = cursor.next();
  const notation = candidates[0]?.notation as Extract<Notation, { form: "fence" }>;
  const close = [...notation.close];
  cursor.fences.push(close);
  const args: Node[] = [];
  do args.push(cursor.deeper(() => readExpression(cursor)));
  while (cursor.accept(","));
  cursor.fences.pop();
  if (!cursor.accept(...close)) cursor.expect(close[0] as string, `to close ${start.text}`);
  const raised = isNamedAfterPower(cursor) ? readRaisedNorm(cursor) : undefined;
  const subscript = raised?.subscript ?? (cursor.is("_") ? readNormName(cursor) : undefined);
  const operation = candidates.find(
    (one) => one.notation.form === "fence" && one.notation.subscript === subscript,
  );
  if (!operation) {
    const known = candidates.map((one) => one.example).join(", ");
    return cursor.refuse("syntax", `Known here are ${known}.`, cursor.last().span);
  }
  const node = finish(cursor, operation, args, false, start.span);
  if (!raised) return node;
  return { kind: "power", base: node, exponent: raised.exponent, span: node.span };
}

/** Whether a number as power, `^2` or `^{2}`, and then a name follow. Nothing is tried: a power may hold norms again. */
function isNamedAfterPower(cursor: Cursor): boolean {
  if (!cursor.is("^")) return false;
  const braced = cursor.peek(1).text === "{" && cursor.peek(3).text === "}";
  const at = braced ? 2 : 1;
  return cursor.peek(at).kind === "number" && cursor.peek(braced ? 4 : 2).text === "_";
}

/** `\|x\|^2_2`: the power before the name of the norm. */
function readRaisedNorm(cursor: Cursor): { exponent: Node; subscript: string } {
  cursor.next();
  const exponent = readArgument(cursor, "the exponent");
  return { exponent, subscript: readNormName(cursor) };
}

function readNormName(cursor: Cursor): string {
  cursor.next();
  const braced = cursor.accept("{");
  const { text } = cursor.next();
  if (braced) cursor.expect("}", "to close the subscript");
  return text;
}

function finish(
  cursor: Cursor,
  operation: Operation,
  args: readonly Node[],
  open: boolean,
  start: Node["span"],
): Node {
  const span = cursor.spanFrom(start);
  const [least, most] = operation.arity;
  if (args.length < least || args.length > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    cursor.refuse(
      "syntax",
      `${operation.example} takes ${wanted} argument${most === 1 ? "" : "s"}.`,
      span,
    );
  }
  return {
    kind: "operation",
    name: (findOperation(operation.name) ?? operation).name,
    args,
    open,
    span,
  };
}
