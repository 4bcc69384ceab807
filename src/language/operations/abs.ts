import type { Operation } from "./operation.ts";
import { applyToNumber, numberOnly } from "./scalar.ts";

/** The absolute value of a number. */
export const abs: Operation = {
  name: "abs",
  notation: { form: "fence", open: ["|", "\\lvert", "\\vert"], close: ["|", "\\rvert", "\\vert"] },
  arity: [1, 1],
  example: "|x|",
  shape: numberOnly("|…|"),
  emit: (build, [x]) => applyToNumber(build, "abs", x),
  print: ([x]) => `\\left|${x}\\right|`,
};
