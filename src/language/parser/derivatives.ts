import { sameAffine } from "../affine.ts";
import type { Span } from "../diagnostics.ts";
import { cover } from "../diagnostics.ts";
import type { DerivativeNode, Node, SymbolNode } from "../tree.ts";
import { scriptsOf } from "../tree-walk.ts";
import { DOTS } from "./conditions.ts";
import type { Cursor } from "./cursor.ts";
import { readArgument, readFactor } from "./factors.ts";
import { readName } from "./names.ts";
import { readReduction } from "./sums.ts";
import { readSymbol } from "./symbols.ts";

const FRACTIONS = ["\\frac", "\\tfrac", "\\dfrac"];

/** `\nabla_{a^{(L)}} E`: applies to one application, never to a product. */
export function readGradient(cursor: Cursor): Node {
  const start = cursor.next();
  let by: SymbolNode | undefined;
  if (cursor.accept("_")) {
    const braced = cursor.accept("{");
    by = readQuantity(cursor, "∇");
    if (braced) cursor.expect("}", "to close the subscript of ∇");
  }
  const of = readFactor(cursor);
  return { kind: "gradient", of, span: cursor.spanFrom(start.span), ...(by ? { by } : {}) };
}

/** A quotient of ∂ or d, as a fraction or with a slash; `undefined` where none stands. */
export function readDerivative(cursor: Cursor): DerivativeNode | undefined {
  const start = cursor.peek();
  if (start.text === "\\partial") return readSlashed(cursor, start.span);
  if (!FRACTIONS.includes(start.text)) return undefined;
  const above = cursor.peek(2).text;
  const below = cursor.is(...FRACTIONS) && cursor.peek(1).text === "{";
  const isTotal = below && above === "d" && !cursor.model.symbols.has("d");
  if (!(below && (above === "\\partial" || isTotal))) return undefined;
  const sign = isTotal ? "d" : "\\partial";
  cursor.next();
  cursor.next();
  cursor.next();
  const order = readOrder(cursor);
  const of = cursor.is("}") ? undefined : readFactor(cursor);
  requireEnd(cursor, sign);
  cursor.expect("{", "before the denominator");
  const by = readDenominator(cursor, sign);
  cursor.expect("}", "to close the denominator");
  return finish(cursor, { total: isTotal, order, of, by, start: start.span });
}

/** `\partial E / \partial z`. */
function readSlashed(cursor: Cursor, start: Span): DerivativeNode {
  cursor.next();
  const order = readOrder(cursor);
  const of = readFactor(cursor);
  cursor.expect("/", "after ∂…: what it is taken by");
  const by = [...readBy(cursor, "\\partial")];
  return finish(cursor, { total: false, order, of, by, start });
}

const readOrder = (cursor: Cursor): number => {
  if (!cursor.accept("^")) return 1;
  const exponent = readArgument(cursor, "the order of the derivative");
  return exponent.kind === "number" ? Number(exponent.text) : Number.NaN;
};

function requireEnd(cursor: Cursor, sign: string): void {
  if (cursor.is("}")) {
    cursor.next();
    return;
  }
  const message = `After ${sign} one quantity is expected; put a product or a sum in brackets.`;
  cursor.refuse("syntax", message, cursor.peek().span);
}

function readDenominator(cursor: Cursor, sign: string): SymbolNode[] {
  const by: SymbolNode[] = [];
  while (!cursor.is("}")) by.push(...readBy(cursor, sign));
  return by;
}

/** `\partial z`, `\partial z^2`, `\partial (z_i^{(k)})^2`. */
function readBy(cursor: Cursor, sign: string): SymbolNode[] {
  cursor.expect(sign, "before the quantity that moves");
  const bracket = cursor.accept("(", "{");
  const symbol = readQuantity(cursor, sign);
  if (bracket) cursor.expect(bracket.text === "(" ? ")" : "}", "after the quantity that moves");
  if (!cursor.accept("^")) return [symbol];
  const exponent = readArgument(cursor, "the order of the derivative");
  const order = exponent.kind === "number" ? Number(exponent.text) : 0;
  if (order === 1 || order === 2) return Array.from({ length: order }, () => symbol);
  const message = "Derivatives are of first or second order.";
  return cursor.refuse("syntax", message, exponent.span);
}

/** A quantity of the model with its scripts, and nothing else. */
export function readQuantity(cursor: Cursor, sign: string): SymbolNode {
  const { span } = cursor.peek();
  const name = readName(cursor);
  const declaration = name && cursor.model.symbols.get(name.text);
  if (name && declaration) return readSymbol(cursor, declaration, name.span);
  const code = name ? "symbol" : "syntax";
  const seen = name ? `${name.text} is not a quantity of this model.` : "None stands here.";
  return cursor.refuse(
    code,
    `After ${sign} a quantity of the model is needed. ${seen}`,
    name?.span ?? span,
  );
}

interface Parts {
  readonly total: boolean;
  readonly order: number;
  readonly of: Node | undefined;
  readonly by: readonly SymbolNode[];
  readonly start: Span;
}

function finish(cursor: Cursor, { total, order, of, by, start }: Parts): DerivativeNode {
  if (by.length !== order || order > 2) {
    const message =
      order !== 1 && order !== 2
        ? "Derivatives are of first or second order."
        : `The numerator says order ${order}, the denominator ${by.length}.`;
    cursor.refuse("syntax", message, cursor.spanFrom(start));
  }
  const prefix = of === undefined;
  const operand = of ?? (cursor.is("\\sum", "\\prod") ? readReduction(cursor) : readFactor(cursor));
  const held = readHeld(cursor);
  return {
    ...{ kind: "derivative", total, of: operand, by, prefix, ...held },
    span: cursor.spanFrom(start),
  };
}

/** What is held fixed: `\right|_{u, v}`, or a run `\right|_{v_{i+1}, \dots, v_{j-1}}`. */
function readHeld(cursor: Cursor): Pick<DerivativeNode, "held" | "heldRun"> {
  const bar = cursor.peek();
  if (!(bar.text === "|" && bar.sized === "right" && cursor.peek(1).text === "_")) {
    return { held: [] };
  }
  cursor.next();
  cursor.next();
  const braced = cursor.accept("{");
  const held = [readQuantity(cursor, "the bar")];
  let dotted = false;
  while (!dotted && braced && cursor.accept(",")) {
    dotted = held.length === 1 && cursor.accept(...DOTS) !== undefined;
    if (dotted) cursor.expect(",", "after the dots");
    held.push(readQuantity(cursor, "the bar"));
  }
  if (braced) cursor.expect("}", "to close what is held");
  return dotted ? { held, heldRun: countingScript(cursor, held) } : { held };
}

/** The ends of a run are one quantity, and at most one script of theirs differs. */
function countingScript(cursor: Cursor, held: readonly SymbolNode[]): number {
  const [from, to] = held as [SymbolNode, SymbolNode];
  const [low, high] = [scriptsOf(from), scriptsOf(to)];
  const differing = low.flatMap((one, at) => {
    const other = high[at];
    return one && other && sameAffine(one, other) ? [] : [at];
  });
  // Ends that are equal leave one member in the run.
  const [at = low.length - 1] = differing;
  if (from.name === to.name && low.length === high.length && at >= 0 && differing.length <= 1) {
    return at;
  }
  const message =
    "What is held from … to … is one quantity that is counted in one place, as in v_{i+1}, \\dots, v_{j-1}.";
  return cursor.refuse("syntax", message, cover(from.span, to.span));
}
