import type { Node } from "../../language/index.ts";
import { hadamardOf, isTensor, productOf, replaced, without } from "../build.ts";
import type { Edit } from "../edit.ts";

/** ⊙ becomes a product and a product becomes ⊙; ⟨u, v⟩ becomes u ⊙ v and u v. */
export const productKind: Edit = {
  name: "⊙ and product exchanged",
  says: "Multiplied entry by entry instead of as matrices, or the other way round.",
  nodes: (node) => {
    if (node.kind === "hadamard") {
      return junctions(node.factors).map((at) =>
        hadamardOf(joined(node.factors, at, (left, right) => productOf([left, right]))),
      );
    }
    if (node.kind === "product") {
      return junctions(node.factors).map((at) =>
        hadamardOf([productOf(node.factors.slice(0, at)), productOf(node.factors.slice(at))]),
      );
    }
    if (node.kind !== "operation" || node.name !== "inner") return [];
    return [hadamardOf(node.args), productOf(node.args)];
  },
};

/** Where both neighbours are vectors or matrices: the position of the right one. */
const junctions = (factors: readonly Node[]): number[] =>
  factors.flatMap((factor, at) => {
    const before = factors[at - 1];
    return before && isTensor(before) && isTensor(factor) ? [at] : [];
  });

const joined = (
  factors: readonly Node[],
  at: number,
  join: (left: Node, right: Node) => Node,
): Node[] => {
  const both = join(factors[at - 1] as Node, factors[at] as Node);
  return without(replaced(factors, at - 1, both), at);
};
