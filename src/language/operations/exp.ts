import type { Operation } from "./operation.ts";
import { applyToNumber, numberOnly } from "./scalar.ts";

/** The exponential function of a number. */
export const exp: Operation = {
  name: "exp",
  notation: { form: "prefix", spellings: ["\\exp"] },
  arity: [1, 1],
  example: "\\exp(x)",
  shape: numberOnly("\\exp"),
  emit: (build, [x]) => applyToNumber(build, "exp", x),
  print: ([x]) => `\\exp\\left(${x}\\right)`,
};
