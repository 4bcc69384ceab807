import type { Edit } from "../edit.ts";

/** g becomes g', g' becomes g and g''. */
export const prime: Edit = {
  name: "prime lost or added",
  says: "The function stands where its derivative belongs, or the other way round.",
  nodes: (node) =>
    node.kind === "call"
      ? [1, -1]
          .filter((by) => node.order + by >= 0)
          .map((by) => ({ ...node, order: node.order + by }))
      : [],
};
