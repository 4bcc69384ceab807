import type { Affine, Scope } from "../affine.ts";
import { evaluateAffine, lettersOf } from "../affine.ts";
import type { Model } from "../model.ts";
import type { Context } from "./context.ts";
import type { Shape } from "./shape.ts";
import { isScalar, printShape } from "./shape.ts";

/** A layer where both a layer above and one below exist, for numbers in messages. */
const EXAMPLE_LAYER = 2;

/** "n_{k+1} × 1 (4 × 1 at k = 2)": symbols first, then numbers on the model's own sizes. */
export function describeShape(context: Context, shape: Shape): string {
  const symbols = printShape(shape);
  if (isScalar(shape)) return symbols;
  const rows = sizeOnJudge(context.model, shape.rows);
  const columns = sizeOnJudge(context.model, shape.columns);
  if (rows === undefined || columns === undefined) return symbols;
  const numbers = `${rows} × ${columns}`;
  if (numbers === symbols) return symbols;
  const letters = [...lettersOf(shape.rows), ...lettersOf(shape.columns)];
  const layer = letters.find((name) => context.model.indices.get(name) === "layer");
  return `${symbols} (${numbers}${layer ? ` at ${layer} = ${EXAMPLE_LAYER}` : ""})`;
}

function sizeOnJudge(model: Model, size: Affine): number | undefined {
  const scope: Scope = {
    letter: (name) =>
      model.judge.counts[name] ?? (model.indices.get(name) === "layer" ? EXAMPLE_LAYER : undefined),
    width: (name, layer) => model.judge.widths[name]?.[layer - 1],
  };
  return evaluateAffine(size, scope);
}
