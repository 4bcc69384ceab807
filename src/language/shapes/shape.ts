import type { Affine } from "../affine.ts";
import { printAffine, sameAffine, whole } from "../affine.ts";
import type { Shape } from "../operations/operation.ts";

export type { Shape } from "../operations/operation.ts";

const one = whole(1);

export const scalar: Shape = { rows: one, columns: one };
export const vector = (rows: Affine): Shape => ({ rows, columns: one });
export const matrix = (rows: Affine, columns: Affine): Shape => ({ rows, columns });
export const transposed = ({ rows, columns }: Shape): Shape => ({ rows: columns, columns: rows });

export const isScalar = (shape: Shape): boolean =>
  sameAffine(shape.rows, one) && sameAffine(shape.columns, one);
export const isVector = (shape: Shape): boolean =>
  !isScalar(shape) && sameAffine(shape.columns, one);
export const sameShape = (left: Shape, right: Shape): boolean =>
  sameAffine(left.rows, right.rows) && sameAffine(left.columns, right.columns);

/** "a number", "n_k × 1": the form that messages use. */
export function printShape(shape: Shape): string {
  if (isScalar(shape)) return "a number";
  return `${printAffine(shape.rows)} × ${printAffine(shape.columns)}`;
}
