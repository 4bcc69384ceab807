import type { Affine } from "../affine.ts";
import { definitionsOf, formalCount, isOutcome } from "../model.ts";
import { printNode } from "../printers/latex.ts";
import type { CallNode, EvaluateNode } from "../tree.ts";
import type { Context } from "./context.ts";
import { normal, report } from "./context.ts";
import { describeShape } from "./describe.ts";
import { infer } from "./infer.ts";
import type { Shape } from "./shape.ts";
import { isScalar, matrix, sameShape, scalar, vector } from "./shape.ts";
import { noteFamilyIndex } from "./symbols.ts";

/** g acts entry by entry; a random smooth function takes its declared arguments and gives a number. */
export function inferCall(context: Context, node: CallNode): Shape | null {
  const shapes = node.args.map((arg) => infer(context, arg));
  const declared = context.model.functions.get(node.name);
  if (!declared || shapes.includes(null)) return null;
  const wanted = declared.kind === "choices" ? 1 : declared.args.length;
  if (node.args.length !== wanted) {
    const message = `${node.name} takes ${wanted} argument${wanted === 1 ? "" : "s"}, and ${node.args.length} stand here.`;
    return report(context, "syntax", message, node.span);
  }
  if (declared.kind === "choices") return shapes[0] ?? null;
  for (const [at, size] of declared.args.entries()) {
    const shape = shapes[at];
    const expected = vector(normal(context, size));
    if (!shape || sameShape(shape, expected)) continue;
    const message = `Argument ${at + 1} of ${node.name} is ${describeShape(context, expected)}; ${printNode(node.args[at] as CallNode)} is ${describeShape(context, shape)}.`;
    return report(context, "shape", message, node.args[at]?.span ?? node.span);
  }
  const family = declared.family ? 1 : 0;
  if (node.indices.length !== family) {
    const message = `${node.name} takes ${family === 1 ? "one subscript" : "no subscript"}.`;
    return report(context, "index", message, node.span);
  }
  if (node.order > 0 && !shapes.every((shape) => shape && isScalar(shape))) {
    return report(context, "shape", "A prime needs a function of one number.", node.span);
  }
  node.indices.forEach((index) =>
    noteFamilyIndex(context, index, declared.family as Affine, node.span),
  );
  return scalar;
}

/** E(x_r, y_r) is E at an example; E(q + …) is E after the quantity q was set. */
export function inferEvaluate(context: Context, node: EvaluateNode): Shape | null {
  const { model } = context;
  const declaration = model.symbols.get(node.name);
  const formals = definitionsOf(model, node.name, true)[0]?.formals ?? [];
  if (!declaration) return null;
  const size = declaration.shape.map((one) => normal(context, one));
  const [rows, columns] = size;
  const result = !rows ? scalar : columns ? matrix(rows, columns) : vector(rows);
  if (formalCount(model, node.name) !== node.args.length || formals.length === 0) {
    return inferMoved(context, node) ? result : null;
  }
  for (const [at, arg] of node.args.entries()) {
    const shape = infer(context, arg);
    const formal = formals[at];
    if (!shape || !formal) return null;
    const declared = model.symbols.get(formal.name)?.shape.map((one) => normal(context, one)) ?? [];
    const expected = declared[0] ? vector(declared[0]) : scalar;
    if (sameShape(shape, expected)) continue;
    const message = `Argument ${at + 1} of ${node.name} is ${describeShape(context, expected)}; ${printNode(arg)} is ${describeShape(context, shape)}.`;
    return report(context, "shape", message, arg.span);
  }
  return result;
}

function inferMoved(context: Context, node: EvaluateNode): boolean {
  const { model } = context;
  const [value] = node.args;
  const wanted = formalCount(model, node.name);
  if (node.args.length !== 1 || !node.moved || !value) {
    const message = `${node.name} is applied to ${wanted > 0 ? `its ${wanted === 1 ? "argument" : `${wanted} arguments`} or to ` : ""}one quantity that is set, as in ${node.name}(q + \\varepsilon).`;
    report(context, "syntax", message, node.span);
    return false;
  }
  if (isOutcome(model, node.moved.name)) {
    const message = `${node.moved.name} is an outcome, a derivative: it cannot be set.`;
    report(context, "symbol", message, node.moved.span);
    return false;
  }
  const family = context.family;
  context.family = true;
  const shape = infer(context, value);
  const moved = infer(context, node.moved);
  context.family = family;
  // The quantity is the first term of the sum, so the sum has its shape.
  return shape !== null && moved !== null;
}
