import type { Node } from "../../language/index.ts";
import type { Edit } from "../edit.ts";
import { appliedTo, twinsOf } from "../twins.ts";

/** a becomes z, δ becomes a, E becomes E(x, y): every other quantity of the same shape. */
export const exchangeSymbol: Edit = {
  name: "symbol exchanged",
  says: "Another quantity of the same shape stands there.",
  nodes: (node, { model, place }): readonly Node[] => {
    if (place.role === "mover") return [];
    if (node.kind === "symbol") {
      const itself = node.indices.length === 0 ? appliedTo(model, node.name, place.letters) : [];
      return [...twinsOf(node, model, place.letters), ...itself];
    }
    const declaration = node.kind === "evaluate" ? model.symbols.get(node.name) : undefined;
    if (node.kind !== "evaluate" || !declaration || declaration.labels.length > 0) return [];
    const { name, span } = node;
    const bare = { kind: "symbol", name, labels: [], indices: [], span } as const;
    const itself = declaration.arguments === "optional" ? [bare] : [];
    return [...itself, ...twinsOf(bare, model, place.letters)];
  },
};
