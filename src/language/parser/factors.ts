import { replaceSpan } from "../diagnostics.ts";
import type { Token } from "../lexer.ts";
import type { Node, SymbolNode } from "../tree.ts";
import { readNamed, readUnknown } from "./applications.ts";
import { readBracket } from "./brackets.ts";
import type { Cursor } from "./cursor.ts";
import { MAX_DEPTH } from "./cursor.ts";
import { readDerivative, readGradient } from "./derivatives.ts";
import { readEnvironment } from "./environments.ts";
import { readName } from "./names.ts";
import { readOperation } from "./operations.ts";
import { readExpression, startsFactor } from "./sums.ts";

/** Unary minus, ∇, ∂ and application, then what is written after it: `^T`, a power. */
export function readFactor(cursor: Cursor): Node {
  return cursor.deeper(() => {
    const start = cursor.peek();
    if (cursor.accept("-")) {
      const node = readFactor(cursor);
      return { kind: "add", terms: [{ sign: -1, node }], span: cursor.spanFrom(start.span) };
    }
    if (start.text === "\\nabla") return readGradient(cursor);
    const derivative = readDerivative(cursor);
    if (derivative) return derivative.prefix ? derivative : readPostfix(cursor, derivative);
    return readPostfix(cursor, readPrimary(cursor));
  });
}

const TOO_MANY_SCRIPTS = `There may be at most ${MAX_DEPTH} superscripts in a row.`;

/** `^T` and `^{(k)T}` transpose, anything else in a superscript is a power. */
export function readPostfix(cursor: Cursor, base: Node): Node {
  let node = base;
  const transposed = (): Node => ({
    kind: "transpose",
    of: node,
    span: cursor.spanFrom(base.span),
  });
  // `\theta^{(k)T}`: the label's braces are still open.
  if (base.kind === "symbol" && cursor.last().text === ")" && acceptTransposeSign(cursor)) {
    cursor.expect("}", "to close the superscript");
    node = transposed();
  }
  let raised = node !== base || (base.kind === "symbol" && hasLayer(base));
  for (let count = 0; ; count += 1) {
    if (count > MAX_DEPTH) cursor.refuse("limit", TOO_MANY_SCRIPTS, cursor.peek().span);
    // `{}` parts two superscripts in TeX and shows nothing.
    const parted = cursor.is("{") && cursor.peek(1).text === "}" && cursor.peek(2).text === "^";
    if (parted) cursor.at += 2;
    if (!cursor.is("^")) return node;
    if (raised && !parted) refuseSecondScript(cursor, base);
    cursor.next();
    raised = true;
    if (cursor.attempt(() => readTransposeSign(cursor))) {
      node = transposed();
    } else {
      const exponent = readArgument(cursor, "the exponent");
      node = { kind: "power", base: node, exponent, span: cursor.spanFrom(base.span) };
    }
  }
}

const hasLayer = ({ labels, layerAt }: SymbolNode): boolean =>
  layerAt !== undefined && labels[layerAt] !== null;

/** TeX refuses two superscripts on one symbol. */
function refuseSecondScript(cursor: Cursor, { span }: Node): never {
  const whole = { start: span.start, end: cursor.last().span.end };
  const text = `{${cursor.source.slice(whole.start, whole.end)}}`;
  const message = `Two superscripts stand on one symbol: write ${text}^….`;
  return cursor.refuse("syntax", message, cursor.peek().span, [
    { tex: replaceSpan(cursor.source, whole, text), say: text },
  ]);
}

const acceptTransposeSign = (cursor: Cursor): boolean =>
  cursor.accept("T", "\\top", "\\intercal") !== undefined;

/** `T`, `\top`, `{T}`, `\mathsf{T}`: refuses anything else. */
function readTransposeSign(cursor: Cursor): true {
  const braced = cursor.accept("{");
  if (!acceptTransposeSign(cursor)) {
    const name = readName(cursor)?.text;
    if (name !== "\\mathsf{T}" && name !== "\\mathrm{T}") {
      cursor.refuse("syntax", "", cursor.peek().span);
    }
  }
  if (braced) cursor.expect("}", "");
  return true;
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
    cursor.refuse("syntax", `Here ${what} is missing.`, token.span);
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

/** What other texts write, and how it is written in this language. */
const INSTEAD: Readonly<Record<string, string>> = {
  "\\log": "\\ln",
  "\\circ": "\\odot",
  "\\bullet": "\\odot",
  "•": "\\odot or \\cdot",
  "\\otimes": "\\odot or v w^T",
  "\\ast": "\\odot or \\cdot",
  "\\star": "\\odot or \\cdot",
  "*": "\\odot or \\cdot",
  "\\tanh": "g with the condition g = tanh",
  "\\equiv": "=",
};

function readPrimary(cursor: Cursor): Node {
  const token = cursor.peek();
  if (token.kind === "number") {
    refusePowerOfTen(cursor, token);
    cursor.next();
    return { kind: "number", text: token.text, span: token.span };
  }
  const structured = readOperation(cursor) ?? readEnvironment(cursor) ?? readBracket(cursor);
  if (structured) return structured;
  const { at } = cursor;
  const name = readName(cursor);
  if (name) return readNamed(cursor, name, at);
  const instead = INSTEAD[token.text];
  if (instead) cursor.refuse("syntax", `${token.text} is written ${instead} here.`, token.span);
  if (token.kind === "command" && startsFactor(cursor)) return readUnknownCommand(cursor);
  const seen = token.kind === "end" ? "The equation ends" : `"${token.text}" stands`;
  return cursor.refuse("syntax", `${seen} where a quantity is needed.`, token.span);
}

/** `1e-3` is set as 1e − 3, and most who type it mean 0.001. */
function refusePowerOfTen(cursor: Cursor, { text, span }: Token): void {
  const [written, exponent] = /^e([-+]?\d+)/.exec(cursor.source.slice(span.end)) ?? [];
  if (written === undefined || exponent === undefined) return;
  const whole = { start: span.start, end: span.end + written.length };
  const power = `${text} \\cdot 10^{${exponent.replace("+", "")}}`;
  const message = `${text}${written} has two readings: write ${power}, or ${text} e with a blank.`;
  cursor.refuse("syntax", message, whole, [
    { tex: replaceSpan(cursor.source, whole, power), say: power },
  ]);
}

function readUnknownCommand(cursor: Cursor): Node {
  const { text, span } = cursor.next();
  return readUnknown(cursor, { text, span, isWord: false });
}
