import type { Edit } from "../edit.ts";
import { twinsOf } from "../twins.ts";

/** ∂E/∂z becomes ∂E/∂a: by another quantity of the same shape, or holding another. */
export const exchangeMover: Edit = {
  name: "∂ by another quantity",
  says: "The derivative is by another quantity of the same shape, or holds another.",
  nodes: (node, { model, place }) =>
    node.kind === "symbol" && place.role === "mover"
      ? twinsOf(node, model, place.letters).filter(({ kind }) => kind === "symbol")
      : [],
};
