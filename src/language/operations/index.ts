import { abs } from "./abs.ts";
import { diag } from "./diag.ts";
import { exp } from "./exp.ts";
import { greater } from "./greater.ts";
import { inner } from "./inner.ts";
import { ln } from "./ln.ts";
import { maximum } from "./maximum.ts";
import { normTwo } from "./norm-two.ts";
import { norm, normF } from "./norm.ts";
import type { Operation } from "./operation.ts";
import { rowSoftmax } from "./row-softmax.ts";
import { sqrt } from "./sqrt.ts";

/** Every operation of the language. A new one is a file, its test and a line here. */
export const operations: readonly Operation[] = [
  abs,
  diag,
  exp,
  greater,
  inner,
  ln,
  maximum,
  norm,
  normTwo,
  normF,
  rowSoftmax,
  sqrt,
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

export const findOperation = (name: string): Operation | undefined => byName.get(name);
