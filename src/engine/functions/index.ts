import { abs } from "./abs.ts";
import { exp } from "./exp.ts";
import { identity } from "./identity.ts";
import { ln } from "./ln.ts";
import { relu } from "./relu.ts";
import { sigmoid } from "./sigmoid.ts";
import { sin } from "./sin.ts";
import type { SmoothFunction } from "./smooth-function.ts";
import { softplus } from "./softplus.ts";
import { sqrt } from "./sqrt.ts";
import { step } from "./step.ts";
import { tanh } from "./tanh.ts";

/** Every function of one number that the engine knows. A new one is a file, its test and a line here. */
export const smoothFunctions: readonly SmoothFunction[] = [
  tanh,
  sigmoid,
  softplus,
  identity,
  relu,
  exp,
  ln,
  sqrt,
  abs,
  sin,
  step,
];

const byName = new Map(smoothFunctions.map((entry) => [entry.name, entry]));

export const findFunction = (name: string): SmoothFunction | undefined => byName.get(name);

export { abs, exp, identity, ln, relu, sigmoid, sin, softplus, sqrt, step, tanh };
export type { SmoothFunction };
