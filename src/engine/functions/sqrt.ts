import type { SmoothFunction } from "./smooth-function.ts";

/** The square root; not a number left of 0, of infinite slope at 0. */
export const sqrt: SmoothFunction = {
  name: "sqrt",
  derivatives: [
    Math.sqrt,
    (x) => 0.5 / Math.sqrt(x),
    (x) => -0.25 / Math.sqrt(x) / x,
    (x) => 0.375 / Math.sqrt(x) / x / x,
  ],
  kinks: [0],
};
