import type { Node, ReduceNode } from "../../language/index.ts";
import { operations } from "../../language/index.ts";
import type { Edit } from "../edit.ts";

const REDUCTIONS: readonly ReduceNode["operator"][] = ["sum", "prod", "max"];

/** exp becomes ln, ∑ becomes ∏, ‖·‖ becomes another norm. */
export const exchangeOperation: Edit = {
  name: "operation exchanged",
  says: "Another operation with as many arguments stands there.",
  nodes: (node): readonly Node[] => {
    if (node.kind === "reduce") {
      return REDUCTIONS.filter((one) => one !== node.operator).map((operator) => ({
        ...node,
        operator,
      }));
    }
    if (node.kind !== "operation") return [];
    const count = node.args.length;
    return operations
      .filter(
        ({ name, arity: [least, most] }) => name !== node.name && least <= count && count <= most,
      )
      .map(({ name }) => ({ ...node, name }));
  },
};
