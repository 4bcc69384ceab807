import { isScalar, sameShape, scalar } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";
import { single } from "./scalar.ts";

/** The inner product of two vectors, or of two matrices entry by entry. */
export const inner: Operation = {
  name: "inner",
  notation: { form: "fence", open: ["\\langle"], close: ["\\rangle"] },
  arity: [2, 2],
  example: "\\langle x, y \\rangle",
  shape: ([left, right]) => {
    if (!left || !right) return "⟨·,·⟩ takes two arguments";
    if (sameShape(left, right) && !isScalar(left)) return scalar;
    return "⟨·,·⟩ takes two arguments of one shape";
  },
  emit: (build, [left, right]) => single(build.dot(left?.slots ?? [], right?.slots ?? [])),
  print: ([left, right]) => `\\left\\langle ${left}, ${right} \\right\\rangle`,
};
