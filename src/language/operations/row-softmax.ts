import { isScalar, isVector } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";

/** The exponentials of each row of a matrix as shares of their sum. Of a column each would be 1. */
export const rowSoftmax: Operation = {
  name: "rowsoftmax",
  notation: { form: "prefix", spellings: ["rowsoftmax"] },
  arity: [1, 1],
  example: "\\operatorname{rowsoftmax}(X)",
  shape: ([x]) => (x && !isScalar(x) && !isVector(x) ? x : "rowsoftmax takes a matrix"),
  emit: (build, [x]) => {
    const { rows, columns, slots } = x ?? { rows: 0, columns: 0, slots: [] };
    const shares = Array.from({ length: rows }, (_, row) => {
      const powers = slots
        .slice(row * columns, (row + 1) * columns)
        .map((slot) => build.apply("exp", 0, slot));
      const total = build.sum(powers);
      return powers.map((power) => build.divide(power, total));
    });
    return { rows, columns, slots: shares.flat() };
  },
  print: ([x]) => `\\operatorname{rowsoftmax}\\left(${x}\\right)`,
};
