import type { Node } from "../../language/index.ts";
import type { Edit } from "../edit.ts";

/** g(z) becomes z; ‖x‖ becomes x; a ∑ loses its sign. */
export const dropFunction: Edit = {
  name: "function lost",
  says: "A function, an operation, a sum sign or a bracket is left out.",
  nodes: (node): readonly Node[] => {
    if (node.kind === "call" || node.kind === "operation") return node.args.slice(0, 1);
    if (node.kind === "reduce") return [node.body];
    return [];
  },
};
