import { isScalar, isVector } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";

/**
 * The exponentials of each row of a matrix as shares of their sum. Of a column each would be 1. The largest
 * entry is taken from all, which changes no share: e^800 would be too large for the machine.
 */
export const rowSoftmax: Operation = {
  name: "rowsoftmax",
  notation: { form: "prefix", spellings: ["rowsoftmax"] },
  arity: [1, 1],
  example: "\\operatorname{rowsoftmax}(X)",
  shape: ([x]) => (x && !isScalar(x) && !isVector(x) ? x : "rowsoftmax takes a matrix"),
  emit: (build, [x]) => {
    const { rows, columns, slots } = x ?? { rows: 0, columns: 0, slots: [] };
    const shares = Array.from({ length: rows }, (_, row) => {
      const entries = slots.slice(row * columns, (row + 1) * columns);
      const largest = entries.reduce((most, slot) => build.maximum(most, slot));
      const powers = entries.map((slot) => build.apply("exp", 0, build.subtract(slot, largest)));
      const total = build.sum(powers);
      return powers.map((power) => build.divide(power, total));
    });
    return { rows, columns, slots: shares.flat() };
  },
  print: ([x]) => `\\operatorname{rowsoftmax}\\left(${x}\\right)`,
};
