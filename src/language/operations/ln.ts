import type { Operation } from "./operation.ts";
import { applyToNumber, numberOnly } from "./scalar.ts";

/** The natural logarithm of a number. */
export const ln: Operation = {
  name: "ln",
  notation: { form: "prefix", spellings: ["\\ln"] },
  arity: [1, 1],
  example: "\\ln(x)",
  shape: numberOnly("\\ln"),
  emit: (build, [x]) => applyToNumber(build, "ln", x),
  print: ([x]) => `\\ln\\left(${x}\\right)`,
};
