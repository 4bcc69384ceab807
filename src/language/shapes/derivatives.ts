import { letter } from "../affine.ts";
import { isOutcome } from "../model.ts";
import { printNode, printSymbol } from "../printers/latex.ts";
import type { DerivativeNode, GradientNode, Node, SymbolNode } from "../tree.ts";
import type { Context } from "./context.ts";
import { report } from "./context.ts";
import { describeShape } from "./describe.ts";
import { infer } from "./infer.ts";
import type { Shape } from "./shape.ts";
import { isScalar, isVector, matrix, scalar, vector } from "./shape.ts";

/**
 * ∂scalar/∂tensor has the tensor's shape; ∂vector/∂vector has the numerator's rows and the
 * denominator's columns; anything higher is written with indices.
 */
export function inferDerivative(context: Context, node: DerivativeNode): Shape | null {
  const of = infer(context, node.of);
  const by = node.by.map((one) => inferMover(context, one));
  for (const held of node.held) infer(context, held);
  if (node.of.kind === "count") return refuseCount(context, node.of);
  if (!of || by.includes(null)) return null;
  const [first, second] = by as Shape[];
  if (!first) return null;
  if (second) {
    if ([of, first, second].every(isScalar)) return scalar;
    const message = "A second derivative is written with indices: of a number, by two numbers.";
    return report(context, "shape", message, node.span);
  }
  if (isScalar(of)) return first;
  if (isScalar(first)) return of;
  if (isVector(of) && isVector(first)) return matrix(of.rows, first.rows);
  const message = `The derivative of ${printNode(node.of)}, ${describeShape(context, of)}, by ${printNode(node.by[0] as SymbolNode)}, ${describeShape(context, first)}, has more than two axes: write it with indices.`;
  return report(context, "shape", message, node.span);
}

/** `\partial L` with L the number of layers: elsewhere L is an error, and here it would be silently 0. */
function refuseCount(context: Context, node: Node): null {
  const message = `${printNode(node)} only counts or numbers something: it has no derivative.`;
  return report(context, "symbol", message, node.span);
}

/** What a ∂ is taken by must be something that can be set. */
export function inferMover(context: Context, node: SymbolNode): Shape | null {
  const shape = infer(context, node);
  if (isOutcome(context.model, node.name)) {
    const message = `${printSymbol(node)} is defined by a derivative. It is an outcome, so nothing can be differentiated by it.`;
    return report(context, "symbol", message, node.span);
  }
  return shape;
}

export function inferGradient(context: Context, node: GradientNode): Shape | null {
  const of = infer(context, node.of);
  const by = node.by ? inferGradientBy(context, node.by) : inferFamilyGradient(context, node);
  if (!of || !by) return null;
  if (node.of.kind === "count") return refuseCount(context, node.of);
  if (isScalar(of)) return by;
  const message = `∇ is taken of a number; ${printNode(node.of)} is ${describeShape(context, of)}.`;
  return report(context, "shape", message, node.of.span);
}

function inferGradientBy(context: Context, by: SymbolNode): Shape | null {
  const { family } = context;
  context.family = true;
  const shape = inferMover(context, by);
  context.family = family;
  return shape;
}

function inferFamilyGradient(context: Context, node: GradientNode): Shape | null {
  const { gradient, symbols } = context.model;
  const isFamily = symbols.get(gradient ?? "")?.labels.length !== 0;
  if (gradient && isFamily) return vector(letter(`|${gradient}|`));
  if (gradient) {
    const { span } = node;
    return infer(context, { kind: "symbol", name: gradient, labels: [], indices: [], span });
  }
  return report(context, "syntax", "Say what ∇ is by: \\nabla_{…}.", node.span);
}
