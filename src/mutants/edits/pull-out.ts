import type { Node } from "../../language/index.ts";
import { freeLetters } from "../../language/index.ts";
import { productOf, sumOf, without } from "../build.ts";
import type { Edit } from "../edit.ts";

/** A factor or a term leaves a sum over an index that it carries; a term that does not carry it goes in. */
export const pullOut: Edit = {
  name: "pulled out of a sum",
  says: "A factor or a term leaves a sum although it carries the index, or enters it.",
  nodes: (node): readonly Node[] => {
    if (node.kind === "add") return entered(node.terms);
    if (node.kind !== "reduce") return [];
    const body = node.body.kind === "group" ? node.body.of : node.body;
    const carries = (one: Node): boolean => node.names.some((name) => freeLetters(one).has(name));
    if (body.kind === "product") {
      return body.factors.flatMap((factor, at) =>
        carries(factor)
          ? [productOf([{ ...node, body: productOf(without(body.factors, at)) }, factor])]
          : [],
      );
    }
    if (body.kind !== "add") return [];
    return body.terms.flatMap((term, at) =>
      body.terms.length > 1 && carries(term.node)
        ? [sumOf([{ sign: 1, node: { ...node, body: sumOf(without(body.terms, at)) } }, term])]
        : [],
    );
  },
};

type Terms = Extract<Node, { kind: "add" }>["terms"];

/** The term after a sum, taken into it. */
function entered(terms: Terms): Node[] {
  return terms.flatMap((term, at) => {
    const next = terms[at + 1];
    if (term.node.kind !== "reduce" || !next || next.node.kind === "big-o") return [];
    const body = sumOf([
      { sign: 1, node: term.node.body },
      { ...next, sign: next.sign === term.sign ? 1 : -1 },
    ]);
    const longer = { ...term, node: { ...term.node, body } };
    return [sumOf(without(terms, at + 1).with(at, longer))];
  });
}
