import type { SmoothFunction } from "./smooth-function.ts";

/** The sine. */
export const sin: SmoothFunction = {
  name: "sin",
  derivatives: [Math.sin, Math.cos, (x) => -Math.sin(x), (x) => -Math.cos(x)],
};
