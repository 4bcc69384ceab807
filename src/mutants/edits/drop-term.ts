import { sumOf, without } from "../build.ts";
import type { Edit } from "../edit.ts";

export const dropTerm: Edit = {
  name: "term lost",
  says: "A term of a sum is left out.",
  nodes: (node) =>
    node.kind === "add" && node.terms.length > 1
      ? node.terms.map((_, at) => sumOf(without(node.terms, at)))
      : [],
};
