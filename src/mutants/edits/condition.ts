import type { Edit } from "../edit.ts";
import { without } from "../build.ts";

/** A claim that holds only for g = sigmoid, L = 3 or i ≠ j is made without saying so. A range says where, not whether. */
export const condition: Edit = {
  name: "condition lost",
  says: "A condition such as g = sigmoid is left out.",
  conditions: ({ conditions }) =>
    conditions.flatMap((one, at) => (one.kind === "range" ? [] : [without(conditions, at)])),
};
