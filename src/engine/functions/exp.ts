import type { SmoothFunction } from "./smooth-function.ts";

/** e^x. */
export const exp: SmoothFunction = {
  name: "exp",
  derivatives: [Math.exp, Math.exp, Math.exp, Math.exp],
};
