import { isTensor, transposeOf } from "../build.ts";
import type { Edit } from "../edit.ts";

/** θᵀ becomes θ, and θ becomes θᵀ, for everything that is a vector or a matrix. */
export const transpose: Edit = {
  name: "transpose lost or added",
  says: "A transpose is left out, or put where none belongs.",
  nodes: (node, { place }) => {
    if (place.role === "mover" || node.kind === "group" || node.kind === "space") return [];
    if (node.kind === "transpose") return [node.of];
    return isTensor(node) ? [transposeOf(node)] : [];
  },
};
