import type { Node } from "../../language/index.ts";
import type { Edit } from "../edit.ts";

/** ε becomes η, φ becomes f: another named number, another function of as many arguments. */
export const exchangeConstant: Edit = {
  name: "constant or function exchanged",
  says: "Another named number or another function of the model stands there.",
  nodes: (node, { model }): readonly Node[] => {
    if (node.kind === "constant") {
      return [...model.constants.keys()]
        .filter((name) => name !== node.name)
        .map((name) => ({ ...node, name }));
    }
    if (node.kind !== "call") return [];
    const own = model.functions.get(node.name);
    return [...model.functions]
      .filter(([name, one]) => name !== node.name && one.kind === own?.kind)
      .map(([name]) => ({ ...node, name }));
  },
};
