import type { SmoothFunction } from "./smooth-function.ts";

/** 0 left of 0, 1 right of 0, and 1/2 at 0: of two equal numbers each is half of the maximum. */
export const step: SmoothFunction = {
  name: "step",
  derivatives: [(x) => (Math.sign(x) + 1) / 2, () => 0, () => 0, () => 0],
  kinks: [0],
};
