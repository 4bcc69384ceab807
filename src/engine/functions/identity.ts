import type { SmoothFunction } from "./smooth-function.ts";

/** g(x) = x. */
export const identity: SmoothFunction = {
  name: "identity",
  derivatives: [(x) => x, () => 1, () => 0, () => 0],
};
