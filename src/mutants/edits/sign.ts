import { negative, replaced, sumOf, takesFactor } from "../build.ts";
import type { Edit } from "../edit.ts";

/** The sign of a term, of a whole side, of an argument or an exponent. */
export const sign: Edit = {
  name: "sign",
  says: "Plus and minus are exchanged.",
  nodes: (node) => {
    if (node.kind === "add") {
      return node.terms.flatMap((term, at) =>
        term.node.kind === "big-o"
          ? []
          : [sumOf(replaced(node.terms, at, { ...term, sign: term.sign === 1 ? -1 : 1 }))],
      );
    }
    if (node.kind === "call") {
      return node.args.map((arg, at) => ({
        ...node,
        args: replaced(node.args, at, negative(arg)),
      }));
    }
    if (node.kind === "power") return [{ ...node, exponent: negative(node.exponent) }];
    return [];
  },
  chains: (chain) =>
    chain.sides.flatMap((side, at) =>
      takesFactor(side) ? [{ ...chain, sides: replaced(chain.sides, at, negative(side)) }] : [],
    ),
};
