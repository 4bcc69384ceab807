import { isVector, matrix } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";

/** The square matrix with a vector on its diagonal. */
export const diag: Operation = {
  name: "diag",
  notation: { form: "prefix", spellings: ["diag"] },
  arity: [1, 1],
  example: "\\operatorname{diag}(x)",
  shape: ([x]) => (x && isVector(x) ? matrix(x.rows, x.rows) : "diag puts a vector on a diagonal"),
  emit: (build, [x]) => {
    const entries = x?.slots ?? [];
    const zero = build.constant(0);
    const slots = entries.flatMap((slot, row) =>
      entries.map((_, column) => (row === column ? slot : zero)),
    );
    return { rows: entries.length, columns: entries.length, slots };
  },
  print: ([x]) => `\\operatorname{diag}\\left(${x}\\right)`,
};
