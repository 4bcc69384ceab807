import { isScalar, scalar } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";
import { only, single } from "./scalar.ts";

/** The largest of some numbers, `\max(a, b)`; over an index it is written `\max_j`. */
export const maximum: Operation = {
  name: "maximum",
  notation: { form: "prefix", spellings: ["\\max"] },
  arity: [2, 20],
  example: "\\max(x, y)",
  shape: (shapes) => (shapes.every(isScalar) ? scalar : "\\max compares numbers"),
  emit: (build, args) => single(args.map(only).reduce((left, right) => build.maximum(left, right))),
  print: (args) => `\\max\\left(${args.join(", ")}\\right)`,
};
