import type { IndexCondition, Node } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readIndexCondition } from "./indices.ts";
import { readName } from "./names.ts";
import { readExpression } from "./sums.ts";

const MATRICES = ["matrix", "pmatrix", "bmatrix"];

/** `\begin{bmatrix} … \end{bmatrix}` and `\begin{cases} … \end{cases}`; `undefined` where none stands. */
export function readEnvironment(cursor: Cursor): Node | undefined {
  const start = cursor.peek();
  if (start.text !== "\\begin") return undefined;
  const name = readEnvironmentName(cursor);
  if (name === "cases") {
    const rows = readRows(cursor, () => readCase(cursor));
    closeEnvironment(cursor, name);
    return { kind: "cases", rows, span: cursor.spanFrom(start.span) };
  }
  if (!MATRICES.includes(name)) {
    cursor.refuse("syntax", `The environment ${name} is not known here.`, start.span);
  }
  const rows = readRows(cursor, () => {
    const row = [readExpression(cursor)];
    while (cursor.accept("&")) row.push(readExpression(cursor));
    return row;
  });
  closeEnvironment(cursor, name);
  return {
    kind: "matrix",
    rows,
    style: name as "matrix" | "pmatrix" | "bmatrix",
    span: cursor.spanFrom(start.span),
  };
}

export function readEnvironmentName(cursor: Cursor): string {
  cursor.next();
  cursor.expect("{", "after \\begin");
  let name = "";
  while (cursor.peek().kind === "letter") name += cursor.next().text;
  cursor.expect("}", "after the name of the environment");
  return name;
}

export function closeEnvironment(cursor: Cursor, name: string): void {
  cursor.expect("\\end", `to close \\begin{${name}}`);
  cursor.expect("{", "after \\end");
  for (const letter of name) cursor.expect(letter, `in \\end{${name}}`);
  cursor.expect("}", `in \\end{${name}}`);
}

function readRows<Row>(cursor: Cursor, readRow: () => Row): Row[] {
  const rows = [cursor.deeper(readRow)];
  while (cursor.accept("\\\\")) {
    if (cursor.is("\\end")) break;
    rows.push(cursor.deeper(readRow));
  }
  return rows;
}

/** `0 & \text{if } i \ne j \\ 1 & \text{otherwise}`. */
function readCase(cursor: Cursor): { value: Node; condition: IndexCondition | null } {
  const value = readExpression(cursor);
  cursor.accept(",");
  cursor.expect("&", "between a case and its condition");
  const word = readCaseWord(cursor);
  const condition = word === "otherwise" ? null : readIndexCondition(cursor);
  cursor.accept(",");
  return { value, condition };
}

/** `\text{if}`, `\text{for}`, `\text{otherwise}`; without a word a condition follows at once. */
function readCaseWord(cursor: Cursor): "if" | "otherwise" {
  const { at } = cursor;
  const word = cursor.peek().kind === "command" ? readName(cursor) : undefined;
  if (!word?.isWord) {
    cursor.at = at;
    return "if";
  }
  if (word.text === "otherwise" || word.text === "else") return "otherwise";
  if (word.text === "if" || word.text === "for") return "if";
  const message = "A case says \\text{if} and a condition, or \\text{otherwise}.";
  return cursor.refuse("syntax", message, word.span);
}
