import type { Affine, Node } from "../language/index.ts";
import { letter, substitute } from "../language/index.ts";
import { replaced } from "./build.ts";

/** One script, bound or size of a node, and the node with another in its place. */
export interface Script {
  readonly at: Affine;
  readonly kind: "label" | "index" | "bound" | "size";
  readonly put: (affine: Affine) => Node;
}

/** The expressions in index letters that a node itself carries. */
export function scriptsOf(node: Node): Script[] {
  switch (node.kind) {
    case "symbol":
      return [
        ...node.labels.flatMap((at, place): Script[] =>
          at === null || isImplied(at)
            ? []
            : [
                {
                  at,
                  kind: "label",
                  put: (one) => ({ ...node, labels: replaced(node.labels, place, one) }),
                },
              ],
        ),
        ...indicesOf(node.indices, (indices) => ({ ...node, indices })),
      ];
    case "call":
      return indicesOf(node.indices, (indices) => ({ ...node, indices }));
    case "iverson": {
      const { condition } = node;
      return (["left", "right"] as const).map((side) => ({
        at: condition[side],
        kind: "index",
        put: (one) => ({ ...node, condition: { ...condition, [side]: one } }),
      }));
    }
    case "cases":
      return node.rows.flatMap(({ condition }, row) =>
        condition
          ? (["left", "right"] as const).map((side): Script => ({
              at: condition[side],
              kind: "index",
              put: (one) => ({
                ...node,
                rows: replaced(node.rows, row, {
                  value: (node.rows[row] as (typeof node.rows)[0]).value,
                  condition: { ...condition, [side]: one },
                }),
              }),
            }))
          : [],
      );
    case "reduce":
      return (["low", "high"] as const).flatMap((end): Script[] => {
        const at = node[end];
        return at ? [{ at, kind: "bound", put: (one) => ({ ...node, [end]: one }) }] : [];
      });
    case "count":
      return [{ at: node.value, kind: "size", put: (value) => ({ ...node, value }) }];
    case "ones":
      return node.size ? [{ at: node.size, kind: "size", put: (size) => ({ ...node, size }) }] : [];
    case "space":
      return node.dimensions.map((at, place) => ({
        at,
        kind: "size",
        put: (one) => ({ ...node, dimensions: replaced(node.dimensions, place, one) }),
      }));
    default:
      return [];
  }
}

function indicesOf(indices: readonly Affine[], put: (indices: Affine[]) => Node): Script[] {
  return indices.map((at, place) => ({
    at,
    kind: "index",
    put: (one) => put(replaced(indices, place, one)),
  }));
}

/** The example that a symbol leaves out: nothing is written there. */
const isImplied = ({ terms }: Affine): boolean => terms.some(({ key }) => key.startsWith("·"));

/** The expression with one letter in place of another. */
export const renamed = (affine: Affine, from: string, to: string): Affine =>
  substitute(affine, new Map([[from, letter(to)]]));
