import type { Model, Node } from "../../language/index.ts";
import { letter } from "../../language/index.ts";
import { fraction, number, productOf, replaced, sumOf, takesFactor } from "../build.ts";
import type { Edit } from "../edit.ts";

/** A side, a term or the body of a sum is multiplied by 2, ½ or one over a count of the model. */
export const factor: Edit = {
  name: "factor added",
  says: "A factor 2, one half or one over a number of things too much.",
  nodes: (node, { model }) => {
    if (node.kind !== "add") return [];
    return node.terms.flatMap((term, at) =>
      term.node.kind === "big-o"
        ? []
        : scaled(term.node, model).map((one) =>
            sumOf(replaced(node.terms, at, { ...term, node: one })),
          ),
    );
  },
  chains: (chain, model) =>
    chain.sides.flatMap((side, at) =>
      takesFactor(side)
        ? scaled(side, model).map((one) => ({ ...chain, sides: replaced(chain.sides, at, one) }))
        : [],
    ),
};

function scaled(node: Node, model: Model): Node[] {
  const counts = Object.keys(model.judge.counts).filter((name) => name !== "L");
  const shares = counts.map((name): Node => {
    const value: Node = { kind: "count", value: letter(name), span: node.span };
    return fraction(number("1"), value);
  });
  return [number("2"), fraction(number("1"), number("2")), ...shares].map((one) =>
    productOf([one, node]),
  );
}
