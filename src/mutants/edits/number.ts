import { number as literal } from "../build.ts";
import type { Edit } from "../edit.ts";

export const number: Edit = {
  name: "number off by one",
  says: "A number that is written in the equation is one too large.",
  nodes: (node) => (node.kind === "number" ? [literal(String(Number(node.text) + 1))] : []),
};
