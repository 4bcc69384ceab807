import type { Affine } from "../../language/index.ts";
import { plus, whole } from "../../language/index.ts";
import { scriptsOf } from "../affines.ts";
import type { Edit } from "../edit.ts";

/** θ^{(k)} becomes θ^{(k+1)} and θ^{(k-1)}; so do the numbers of examples and of times. */
export const shiftLabel: Edit = {
  name: "layer or time ±1",
  says: "A layer, a time or the number of an example is off by one.",
  nodes: (node) =>
    scriptsOf(node)
      .filter(({ kind }) => kind === "label")
      .flatMap(({ at, put }) => besides(at).map(put)),
};

/** The expression one higher and one lower. */
export const besides = (affine: Affine): Affine[] => [
  plus(affine, whole(1)),
  plus(affine, whole(-1)),
];
