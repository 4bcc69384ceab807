import type { Affine, Model, Node, SymbolNode } from "../../language/index.ts";
import { childrenOf, lettersOf, substitute } from "../../language/index.ts";
import type { Edit } from "../edit.ts";
import { withChildren } from "../rebuild.ts";

/** θ becomes θ − η ∂E/∂θ: the weights after the step stand where those before it belong. */
export const updatedWeights: Edit = {
  name: "updated weights used",
  says: "A parameter is taken after the step of learning instead of before.",
  nodes: (node, { model, place }): readonly Node[] =>
    node.kind === "symbol" && place.role === "value" && !node.labels.includes(null)
      ? model.updates.flatMap(({ sides: [target, to] }) =>
          target?.kind === "symbol" && to && target.name === node.name
            ? [at(to, target, node, model)]
            : [],
        )
      : [],
};

/** The model's update at the labels and indices of one symbol. */
function at(update: Node, target: SymbolNode, node: SymbolNode, model: Model): Node {
  const values = new Map<string, Affine>();
  target.labels.forEach((label, place) => {
    const [name] = label ? lettersOf(label) : [];
    const value = node.labels[place];
    if (name && value) values.set(name, value);
  });
  const put = (one: Node): Node => {
    if (one.kind !== "symbol") return withChildren(one, childrenOf(one).map(put));
    const axes = model.symbols.get(one.name)?.shape.length;
    const indices = axes === node.indices.length ? node.indices : one.indices;
    return {
      ...one,
      labels: one.labels.map((label) => label && substitute(label, values)),
      indices,
    };
  };
  return put(update);
}
