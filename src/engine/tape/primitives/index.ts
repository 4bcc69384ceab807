import type { Primitive } from "../primitive.ts";
import { add } from "./add.ts";
import { apply } from "./apply.ts";
import { constant } from "./constant.ts";
import { copy } from "./copy.ts";
import { divide } from "./divide.ts";
import { dot } from "./dot.ts";
import { input } from "./input.ts";
import { maximum } from "./maximum.ts";
import { multiply } from "./multiply.ts";
import { negate } from "./negate.ts";
import { power } from "./power.ts";
import { subtract } from "./subtract.ts";
import { sum } from "./sum.ts";

/** Every operation of the tape, the leaves first. The place in this list is the kind that is stored. */
export const primitives: readonly Primitive[] = [
  input,
  constant,
  copy,
  add,
  subtract,
  multiply,
  divide,
  negate,
  power,
  maximum,
  sum,
  dot,
  apply,
];

/** Kinds below this number are leaves. */
export const leafKinds = primitives.filter((primitive) => primitive.leaf).length;

/** By kind: how many operands at the end are not slots. */
export const trailingOf = Int32Array.from(primitives, (primitive) => primitive.trailing ?? 0);

/** By kind: 1 if the number of operands differs from slot to slot. */
export const isVariadic = Uint8Array.from(primitives, (primitive) => (primitive.variadic ? 1 : 0));

/** The number that stands for a primitive on the tape. */
export const kindOf = (primitive: Primitive): number => primitives.indexOf(primitive);

export { add, apply, constant, copy, divide, dot, input, maximum, multiply, negate, power };
export { subtract, sum };
