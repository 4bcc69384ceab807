import { hadamardOf, productOf, without } from "../build.ts";
import type { Edit } from "../edit.ts";

/** A factor, a numerator or a denominator is left out: a lost ½, 1/m or g'. */
export const dropFactor: Edit = {
  name: "factor lost",
  says: "A factor, a numerator or a denominator is left out.",
  nodes: (node) => {
    if (node.kind === "product")
      return node.factors.map((_, at) => productOf(without(node.factors, at)));
    if (node.kind === "hadamard")
      return node.factors.map((_, at) => hadamardOf(without(node.factors, at)));
    return node.kind === "fraction" ? [node.numerator, node.denominator] : [];
  },
};
