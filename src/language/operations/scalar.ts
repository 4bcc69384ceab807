import { isScalar, scalar } from "../shapes/shape.ts";
import type { Block, Builder, Shape } from "./operation.ts";

/** The shape rule of a function of one number. */
export const numberOnly =
  (spelling: string) =>
  ([shape]: readonly Shape[]): Shape | string =>
    shape && isScalar(shape) ? scalar : `${spelling} takes a number`;

export const single = (slot: number): Block => ({ rows: 1, columns: 1, slots: [slot] });

export const only = (block: Block | undefined): number => block?.slots[0] ?? Number.NaN;

export const applyToNumber = (build: Builder, name: string, block: Block | undefined): Block =>
  single(build.apply(name, 0, only(block)));
