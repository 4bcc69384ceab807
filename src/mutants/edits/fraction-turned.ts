import { fraction, productOf } from "../build.ts";
import type { Edit } from "../edit.ts";

/** a / b becomes b / a and a b. */
export const fractionTurned: Edit = {
  name: "fraction turned",
  says: "A fraction stands upside down, or is a product.",
  nodes: (node) =>
    node.kind === "fraction"
      ? [fraction(node.denominator, node.numerator), productOf([node.numerator, node.denominator])]
      : [],
};
