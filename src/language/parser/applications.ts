import type { Affine } from "../affine.ts";
import type { Span } from "../diagnostics.ts";
import { isCount, isWidth } from "../model.ts";
import { findOperation } from "../operations/index.ts";
import { leadingSymbol } from "../leading-symbol.ts";
import type { Node } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readArgument } from "./factors.ts";
import { readSubscripts, readTerm } from "./indices.ts";
import type { Name } from "./names.ts";
import { readName } from "./names.ts";
import { readExpression } from "./sums.ts";
import { readSymbol } from "./symbols.ts";

/** What a name means is decided by its declaration, never guessed. */
export function readNamed(cursor: Cursor, name: Name, at: number): Node {
  const { model } = cursor;
  if (model.functions.has(name.text)) return readCall(cursor, name);
  const declaration = model.symbols.get(name.text);
  if (declaration) {
    const applied = declaration.arguments !== "none" && cursor.is("(");
    if (applied) return readEvaluate(cursor, name);
    if (declaration.arguments === "required") {
      cursor.report("symbol", `${name.text} needs its argument in brackets.`, name.span);
    }
    return readSymbol(cursor, declaration, name.span);
  }
  if (model.constants.has(name.text)) {
    return { kind: "constant", name: name.text, span: name.span };
  }
  if (isCount(model, name.text) || isWidth(model, name.text) || model.indices.has(name.text)) {
    cursor.at = at;
    const value = readTerm(cursor);
    return { kind: "count", value, span: cursor.spanFrom(name.span) };
  }
  if (name.text === "\\mathbf{1}") {
    const size = cursor.accept("_") ? readSize(cursor) : null;
    return { kind: "ones", size, span: cursor.spanFrom(name.span) };
  }
  if (/^(O|\\mathcal\{O\})$/.test(name.text) && cursor.is("(")) return readBigO(cursor, name.span);
  return readUnknown(cursor, name);
}

function readSize(cursor: Cursor): Affine {
  const [size] = readSubscripts(cursor);
  return size as Affine;
}

/** Primes written as a superscript: `g^\prime`, `g^{\prime\prime}`. */
function readPrimes(cursor: Cursor): number {
  const read = cursor.attempt(() => {
    cursor.expect("^", "");
    const braced = cursor.accept("{");
    let order = 0;
    // `g^'` is no TeX: a bare prime brings its own superscript.
    const primes = braced ? ["\\prime", "'"] : ["\\prime"];
    while ((order === 0 || braced) && cursor.accept(...primes)) order += 1;
    if (order === 0) cursor.refuse("syntax", "", cursor.peek().span);
    if (braced) cursor.expect("}", "");
    return order;
  });
  return read ?? 0;
}

/** `g'(z)`, `\varphi_i(t)`, `\mathcal{E}(a, y)`. */
function readCall(cursor: Cursor, name: Name): Node {
  let order = 0;
  while (cursor.accept("'")) order += 1;
  if (order === 0) order = readPrimes(cursor);
  const indices = cursor.accept("_") ? readSubscripts(cursor) : [];
  // `\varphi_i'` and `\varphi'_i` are set alike.
  while (indices.length > 0 && cursor.accept("'")) order += 1;
  if (!cursor.is("(")) {
    cursor.refuse(
      "syntax",
      `${name.text} is a function: its argument stands in brackets.`,
      name.span,
    );
  }
  const args = readArguments(cursor);
  return { kind: "call", name: name.text, order, indices, args, span: cursor.spanFrom(name.span) };
}

/** `E(x_r, y_r)`: at an example; `E(q + \varepsilon)`: after q was set. */
function readEvaluate(cursor: Cursor, name: Name): Node {
  const args = readArguments(cursor);
  const moved = args.length === 1 ? leadingSymbol(args[0]) : undefined;
  const span = cursor.spanFrom(name.span);
  return { kind: "evaluate", name: name.text, args, span, ...(moved ? { moved } : {}) };
}

export function readArguments(cursor: Cursor): Node[] {
  cursor.expect("(", "before the arguments");
  const args: Node[] = [];
  do args.push(cursor.deeper(() => readExpression(cursor)));
  while (cursor.accept(","));
  cursor.expect(")", "after the arguments");
  return args;
}

function readBigO(cursor: Cursor, start: Span): Node {
  cursor.expect("(", "after O");
  const name = readName(cursor);
  if (!name || !cursor.model.constants.has(name.text)) {
    return cursor.refuse(
      "syntax",
      "O(…) takes a power of a small constant, as in O(\\varepsilon^2).",
      name?.span ?? cursor.peek().span,
    );
  }
  let order = 1;
  if (cursor.accept("^")) {
    const exponent = readArgument(cursor, "the order");
    order = exponent.kind === "number" ? Number(exponent.text) : Number.NaN;
  }
  cursor.expect(")", "to close O(…)");
  if (!(order >= 1))
    cursor.refuse("syntax", "The order is a number from 1 on.", cursor.spanFrom(start));
  return { kind: "big-o", constant: name.text, order, span: cursor.spanFrom(start) };
}

/** An unknown name is reported with its scripts skipped, so that the rest is still looked at. */
export function readUnknown(cursor: Cursor, name: Name): Node {
  const { model } = cursor;
  const known = [...model.symbols.keys(), ...model.functions.keys(), ...model.constants.keys()];
  const wrongCase = known.find((one) => one.toLowerCase() === name.text.toLowerCase());
  const operation = findOperation(name.text);
  const message = operation
    ? `${name.text} is written ${operation.example}.`
    : `${name.text} is not a symbol of this model${wrongCase ? `, but ${wrongCase} is` : ""}. It knows ${known.join(", ")}.`;
  cursor.report("symbol", message, name.span);
  while (cursor.is("'", "_", "^")) {
    if (cursor.next().text !== "'") skipArgument(cursor);
  }
  return { kind: "unknown", text: name.text, span: cursor.spanFrom(name.span) };
}

function skipArgument(cursor: Cursor): void {
  let open = 0;
  do {
    const token = cursor.next();
    if (token.kind === "end") return;
    if (token.text === "{") open += 1;
    if (token.text === "}") open -= 1;
  } while (open > 0);
}
