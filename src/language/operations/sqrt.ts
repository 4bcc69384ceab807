import type { Operation } from "./operation.ts";
import { applyToNumber, numberOnly } from "./scalar.ts";

/** The square root of a number. */
export const sqrt: Operation = {
  name: "sqrt",
  notation: { form: "braced", spellings: ["\\sqrt"] },
  arity: [1, 1],
  example: "\\sqrt{x}",
  shape: numberOnly("\\sqrt"),
  emit: (build, [x]) => applyToNumber(build, "sqrt", x),
  print: ([x]) => `\\sqrt{${x}}`,
};
