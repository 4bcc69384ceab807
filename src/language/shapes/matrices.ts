import type { Affine } from "../affine.ts";
import { plus, sameAffine, whole } from "../affine.ts";
import type { CasesNode, MatrixNode } from "../tree.ts";
import type { Context } from "./context.ts";
import { report } from "./context.ts";
import { describeShape } from "./describe.ts";
import { infer, inferSame } from "./infer.ts";
import type { Shape } from "./shape.ts";
import { matrix } from "./shape.ts";
import { noteNumber } from "./symbols.ts";

/** Blocks side by side have one height, blocks above each other one width. */
export function inferMatrix(context: Context, node: CasesNode | MatrixNode): Shape | null {
  if (node.kind === "cases") {
    for (const { condition } of node.rows) {
      if (!condition) continue;
      noteNumber(context, condition.left, node.span);
      noteNumber(context, condition.right, node.span);
    }
    return inferSame(
      context,
      node.rows.map((row) => row.value),
      "Cases have one shape",
    );
  }
  const shapes = node.rows.map((row) => row.map((entry) => infer(context, entry)));
  if (shapes.flat().includes(null)) return null;
  const blocks = shapes as Shape[][];
  let rows: Affine = whole(0);
  for (const [at, row] of blocks.entries()) {
    const first = row[0] as Shape;
    rows = plus(rows, first.rows);
    for (const [column, shape] of row.entries()) {
      const above = blocks[0]?.[column];
      const fits =
        sameAffine(shape.rows, first.rows) && above && sameAffine(shape.columns, above.columns);
      if (fits && row.length === blocks[0]?.length) continue;
      const message = `The block in row ${at + 1}, column ${column + 1} is ${describeShape(context, shape)} and does not fit its neighbours.`;
      return report(context, "shape", message, node.rows[at]?.[column]?.span ?? node.span);
    }
  }
  const columns = (blocks[0] ?? []).reduce((sum, shape) => plus(sum, shape.columns), whole(0));
  return matrix(rows, columns);
}
