import type { SmoothFunction } from "./smooth-function.ts";

/** max(0, x). At the kink the slope is 0 by convention: relu'(0) = 0, here and nowhere else. */
export const relu: SmoothFunction = {
  name: "relu",
  derivatives: [(x) => Math.max(0, x), (x) => (x > 0 ? 1 : 0), () => 0, () => 0],
  kinks: [0],
};
