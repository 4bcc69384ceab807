import type { Node } from "../../language/index.ts";
import { without } from "../build.ts";
import type { Edit } from "../edit.ts";

export const held: Edit = {
  name: "held quantity lost",
  says: "What a derivative holds fixed is left out.",
  nodes: (node): readonly Node[] => {
    if (node.kind !== "derivative") return [];
    const { heldRun, ...rest } = node;
    if (heldRun !== undefined) return [{ ...rest, held: [] }];
    return node.held.map((_, at) => ({ ...node, held: without(node.held, at) }));
  },
};
