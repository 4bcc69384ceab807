import type { SmoothFunction } from "./smooth-function.ts";

/** |x|. At the kink the slope is 0 by convention, the mean of the slopes on both sides. */
export const abs: SmoothFunction = {
  name: "abs",
  derivatives: [Math.abs, Math.sign, () => 0, () => 0],
  kinks: [0],
};
