import { replaceSpan } from "../diagnostics.ts";
import type { Token } from "../lexer.ts";
import type { Node } from "../tree.ts";
import { readNamed } from "./applications.ts";
import { readBracket } from "./brackets.ts";
import type { Cursor } from "./cursor.ts";
import { readDerivative, readGradient } from "./derivatives.ts";
import { readEnvironment } from "./environments.ts";
import { readName } from "./names.ts";
import { readOperation } from "./operations.ts";
import { readExpression } from "./sums.ts";

const isTranspose = (cursor: Cursor): boolean => cursor.is("T", "\\top", "\\intercal");

/** Unary minus, ∇, ∂ and application, then what is written after it: `^T`, a power. */
export function readFactor(cursor: Cursor): Node {
  return cursor.deeper(() => {
    const start = cursor.peek();
    if (cursor.accept("-")) {
      const node = readFactor(cursor);
      return { kind: "add", terms: [{ sign: -1, node }], span: cursor.spanFrom(start.span) };
    }
    if (start.text === "\\nabla") return readGradient(cursor);
    return readDerivative(cursor) ?? readPostfix(cursor, readPrimary(cursor));
  });
}

/** `^T` and `^{(k)T}` transpose, anything else in a superscript is a power. */
export function readPostfix(cursor: Cursor, base: Node): Node {
  let node = base;
  // `\theta^{(k)T}`: the label's braces are still open.
  if (
    base.kind === "symbol" &&
    cursor.last().text === ")" &&
    !cursor.is("^") &&
    isTranspose(cursor)
  ) {
    cursor.next();
    cursor.expect("}", "to close the superscript");
    node = { kind: "transpose", of: base, span: cursor.spanFrom(base.span) };
  }
  while (cursor.is("^")) {
    cursor.next();
    if (isTranspose(cursor)) {
      cursor.next();
      node = { kind: "transpose", of: node, span: cursor.spanFrom(base.span) };
      continue;
    }
    const transposed = cursor.attempt(() => {
      cursor.expect("{", "");
      if (!isTranspose(cursor)) cursor.refuse("syntax", "", base.span);
      cursor.next();
      cursor.expect("}", "");
      return true;
    });
    if (transposed) {
      node = { kind: "transpose", of: node, span: cursor.spanFrom(base.span) };
      continue;
    }
    const exponent = readArgument(cursor, "the exponent");
    node = { kind: "power", base: node, exponent, span: cursor.spanFrom(base.span) };
  }
  return node;
}

/** A TeX argument: a braced expression or one token; `\frac12` takes one digit at a time. */
export function readArgument(cursor: Cursor, what: string): Node {
  if (cursor.accept("{")) {
    const inner = cursor.deeper(() => readExpression(cursor));
    cursor.expect("}", `to close ${what}`);
    return inner;
  }
  const token = cursor.peek();
  const { at } = cursor;
  if (!["number", "letter", "command"].includes(token.kind)) {
    cursor.refuse("syntax", `${what} is missing.`, token.span);
  }
  const node = readPrimary(cursor);
  refuseUnbraced(cursor, cursor.at - at, token, what);
  return node;
}

/** TeX takes one token, one digit, where no braces stand; `2^12` is set as 2¹2. */
function refuseUnbraced(cursor: Cursor, taken: number, first: Token, what: string): void {
  const isLong = first.kind === "number" && first.text.length > 1;
  if (taken <= 1 && !isLong) return;
  const span = cursor.spanFrom(first.span);
  const text = `{${cursor.source.slice(span.start, span.end)}}`;
  const message = `Without braces TeX takes one token only for ${what}: write ${text}.`;
  cursor.refuse("syntax", message, span, [
    { tex: replaceSpan(cursor.source, span, text), say: text },
  ]);
}

function readPrimary(cursor: Cursor): Node {
  const token = cursor.peek();
  if (token.kind === "number") {
    cursor.next();
    return { kind: "number", text: token.text, span: token.span };
  }
  const structured = readOperation(cursor) ?? readEnvironment(cursor) ?? readBracket(cursor);
  if (structured) return structured;
  const { at } = cursor;
  const name = readName(cursor);
  if (name) return readNamed(cursor, name, at);
  const seen = token.kind === "end" ? "The equation ends" : `"${token.text}" stands`;
  return cursor.refuse("syntax", `${seen} where a quantity is needed.`, token.span);
}
