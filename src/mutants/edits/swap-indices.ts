import { sameAffine } from "../../language/index.ts";
import type { Affine, Node } from "../../language/index.ts";
import type { Edit } from "../edit.ts";

/** θ_{i,j} becomes θ_{j,i}; also the sides of a space, ℝ^{n × m}. */
export const swapIndices: Edit = {
  name: "indices swapped",
  says: "Two neighbouring indices change places.",
  nodes: (node) => {
    if (node.kind === "space")
      return swaps(node.dimensions, (dimensions) => ({ ...node, dimensions }));
    return node.kind === "symbol" ? swaps(node.indices, (indices) => ({ ...node, indices })) : [];
  },
};

const swaps = (list: readonly Affine[], put: (list: Affine[]) => Node): Node[] =>
  list.slice(1).flatMap((second, at) => {
    const first = list[at] as Affine;
    return sameAffine(first, second) ? [] : [put(list.toSpliced(at, 2, second, first))];
  });
