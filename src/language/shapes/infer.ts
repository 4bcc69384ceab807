import { sameAffine, whole } from "../affine.ts";
import { findOperation } from "../operations/index.ts";
import { printNode } from "../printers/latex.ts";
import type { AddNode, Node, ReduceNode } from "../tree.ts";
import { freeLetters } from "../tree-walk.ts";
import type { Context } from "./context.ts";
import { annotate, report } from "./context.ts";
import { inferCall, inferEvaluate } from "./applications.ts";
import { inferDerivative, inferGradient } from "./derivatives.ts";
import { describeShape } from "./describe.ts";
import { inferMatrix } from "./matrices.ts";
import { agree, agreeInShape, inferOnes } from "./ones.ts";
import { inferReduce } from "./reduce.ts";
import type { Shape } from "./shape.ts";
import { isScalar, matrix, scalar, transposed } from "./shape.ts";
import { noteNumber, shapeOfSymbol } from "./symbols.ts";

/** The literal 0 takes any shape. */
export const isZero = (node: Node): boolean => node.kind === "number" && Number(node.text) === 0;

/** The shape of a node, or `null` where a mistake was reported below it. Every node is visited once. */
export function infer(context: Context, node: Node): Shape | null {
  if (!context.budget.take()) return null;
  const shape = inferKind(context, node);
  if (shape) annotate(node, shape);
  return shape;
}

function inferKind(context: Context, node: Node): Shape | null {
  switch (node.kind) {
    case "number":
    case "constant":
      return scalar;
    case "count":
      noteNumber(context, node.value, node.span);
      return scalar;
    case "symbol":
      return shapeOfSymbol(context, node);
    case "group":
      return infer(context, node.of);
    case "call":
      return inferCall(context, node);
    case "evaluate":
      return inferEvaluate(context, node);
    case "add":
      return inferAdd(context, node);
    case "product":
      return inferProduct(context, node.factors);
    case "hadamard":
      return inferSame(context, node.factors, "⊙ multiplies entry by entry");
    case "fraction":
      return inferFraction(context, node.numerator, node.denominator);
    case "power":
      return inferPower(context, node.base, node.exponent);
    case "transpose":
      return inferTranspose(context, node.of);
    case "reduce":
      return inferReduce(context, node);
    case "derivative":
      return inferDerivative(context, node);
    case "gradient":
      return inferGradient(context, node);
    case "iverson":
      noteNumber(context, node.condition.left, node.span);
      noteNumber(context, node.condition.right, node.span);
      return scalar;
    case "operation":
      return inferOperation(context, node);
    case "cases":
    case "matrix":
      return inferMatrix(context, node);
    case "ones":
      return inferOnes(context, node);
    case "big-o":
    case "space":
      return report(context, "syntax", `${printNode(node)} has no place here.`, node.span);
    case "unknown":
      return null;
  }
}

function inferAdd(context: Context, node: AddNode): Shape | null {
  refuseSpentIndex(context, node);
  return inferSame(
    context,
    node.terms.map((term) => term.node),
    "A sum needs terms of one shape",
  );
}

/** All of one shape; there is no broadcasting. */
export function inferSame(context: Context, nodes: readonly Node[], rule: string): Shape | null {
  const shapes = nodes.map((node) => infer(context, node));
  if (shapes.includes(null)) return null;
  const first = nodes.findIndex((node) => !isZero(node));
  const wanted = shapes[first];
  if (!wanted) return scalar;
  for (const [at, shape] of shapes.entries()) {
    const node = nodes[at] as Node;
    if (isZero(node)) annotate(node, wanted);
    if (!shape || isZero(node) || agreeInShape(context, shape, wanted)) continue;
    const message = `${rule}: ${printNode(nodes[first] as Node)} is ${describeShape(context, wanted)}, ${printNode(node)} is ${describeShape(context, shape)}.`;
    return report(context, "shape", message, node.span, { related: [(nodes[first] as Node).span] });
  }
  return wanted;
}

/** `\sum_i a_i + b_i`: the index is spent where the sum ends. */
function refuseSpentIndex(context: Context, node: AddNode): void {
  const { bound } = context;
  if (!node.terms.some((term) => term.node.kind === "reduce")) return;
  const isBound = (name: string): boolean => bound.some(({ names }) => names.includes(name));
  // From the last term to the first: the nearest later term that uses a letter is then known.
  const nearest = new Map<string, number>();
  const found: [sum: ReduceNode, later: Node][] = [];
  for (const [at, { node: term }] of [...node.terms.entries()].reverse()) {
    const spent = term.kind === "reduce" ? term.names.filter((name) => !isBound(name)) : [];
    const later = node.terms[Math.min(...spent.map((name) => nearest.get(name) ?? Infinity))];
    if (term.kind === "reduce" && later) found.push([term, later.node]);
    for (const name of freeLetters(term)) nearest.set(name, at);
  }
  for (const [sum, later] of found.reverse()) reportSpentIndex(context, node, sum, later);
}

function reportSpentIndex(context: Context, node: AddNode, sum: ReduceNode, later: Node): void {
  const { source } = context;
  const { start } = sum.body.span;
  const { end } = node.span;
  const tex = `${source.slice(0, start)}\\left(${source.slice(start, end)}\\right)${source.slice(end)}`;
  const say = `\\${sum.operator}_{${sum.names.join(",")}} \\left( … \\right)`;
  const message = `The sum over ${sum.names.join(", ")} ends before this term, which still uses it: brackets are missing.`;
  const proposals = [{ tex, say }];
  report(context, "index", message, later.span, { related: [sum.span], proposals });
}

function inferProduct(context: Context, factors: readonly Node[]): Shape | null {
  const shapes = factors.map((factor) => infer(context, factor));
  if (shapes.includes(null)) return null;
  let result = shapes[0] as Shape;
  let from = factors[0] as Node;
  for (const [at, factor] of factors.entries()) {
    const shape = shapes[at];
    if (at === 0 || !shape) continue;
    if (isScalar(result) || isScalar(shape)) {
      if (isScalar(result)) from = factor;
      result = isScalar(result) ? shape : result;
      continue;
    }
    if (!agree(context, result.columns, shape.rows)) {
      const both = `${printNode(from)} is ${describeShape(context, result)}, ${printNode(factor)} is ${describeShape(context, shape)}`;
      const vectors = sameAffine(result.columns, whole(1)) && sameAffine(shape.columns, whole(1));
      const rule = vectors
        ? "A product of two vectors needs a transpose, ⊙ or ⟨·,·⟩"
        : `A matrix product needs as many columns on the left as rows on the right`;
      return report(
        context,
        "shape",
        `${rule}: ${both}.`,
        { start: from.span.start, end: factor.span.end },
        { related: [from.span, factor.span] },
      );
    }
    result = matrix(result.rows, shape.columns);
    from = factor;
  }
  return result;
}

function inferFraction(context: Context, numerator: Node, denominator: Node): Shape | null {
  const above = infer(context, numerator);
  const below = infer(context, denominator);
  if (!above || !below) return null;
  if (isScalar(below)) return above;
  const message = `One can divide by a number only; ${printNode(denominator)} is ${describeShape(context, below)}.`;
  return report(context, "shape", message, denominator.span);
}

function inferPower(context: Context, base: Node, exponent: Node): Shape | null {
  const below = infer(context, base);
  const above = infer(context, exponent);
  if (!below || !above) return null;
  if (!isScalar(below)) {
    const message = `A power is taken of a number; ${printNode(base)} is ${describeShape(context, below)}.`;
    return report(context, "shape", message, base.span);
  }
  if (isScalar(above)) return scalar;
  return report(context, "shape", "An exponent is a number.", exponent.span);
}

function inferTranspose(context: Context, of: Node): Shape | null {
  const shape = infer(context, of);
  if (!shape) return null;
  if (!isScalar(shape)) return transposed(shape);
  const message = `T in a superscript is the transpose; ${printNode(of)} is a number.`;
  return report(context, "shape", message, of.span);
}

function inferOperation(
  context: Context,
  node: Extract<Node, { kind: "operation" }>,
): Shape | null {
  const shapes = node.args.map((arg) => infer(context, arg));
  if (shapes.includes(null)) return null;
  const result = findOperation(node.name)?.shape(shapes as Shape[]);
  if (typeof result !== "string") return result ?? null;
  const given = node.args.map(
    (arg, at) => `${printNode(arg)} is ${describeShape(context, shapes[at] as Shape)}`,
  );
  return report(context, "shape", `${result}: ${given.join(", ")}.`, node.span);
}
