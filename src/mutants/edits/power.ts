import type { Node } from "../../language/index.ts";
import { number } from "../build.ts";
import type { Edit } from "../edit.ts";

/** x² becomes x and x³; x becomes x² where it is an argument of nothing. */
export const power: Edit = {
  name: "power lost or changed",
  says: "A power is lost or is one too high.",
  nodes: (node): readonly Node[] => {
    if (node.kind === "big-o") return [{ ...node, order: node.order + 1 }];
    if (node.kind !== "power") return [];
    const { exponent } = node;
    if (exponent.kind !== "number") return [node.base];
    return [node.base, { ...node, exponent: number(String(Number(exponent.text) + 1)) }];
  },
};
