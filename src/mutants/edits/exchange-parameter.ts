import type { Affine, Node } from "../../language/index.ts";
import type { Edit } from "../edit.ts";

/** θ becomes b and b becomes θ, with as many of the indices as there are axes. */
export const exchangeParameter: Edit = {
  name: "parameter of the other kind",
  says: "A weight stands where a bias belongs, or the other way round.",
  nodes: (node, { model }): readonly Node[] => {
    if (node.kind !== "symbol") return [];
    const own = model.symbols.get(node.name);
    if (own?.role !== "parameter") return [];
    return [...model.symbols.values()]
      .filter(
        ({ name, role, labels }) =>
          role === "parameter" && name !== node.name && labels.length === own.labels.length,
      )
      .map(({ name, shape }) => ({ ...node, name, indices: cut(node.indices, shape.length) }));
  },
};

/** As many indices as there are axes; the last one stands for those that are missing. */
const cut = (indices: readonly Affine[], axes: number): Affine[] =>
  indices.length === 0
    ? []
    : Array.from({ length: axes }, (_, at) => (indices[at] ?? indices.at(-1)) as Affine);
