import type { SmoothFunction } from "./smooth-function.ts";

/** The slope 1/cosh²(x). From e^(-2|x|), so that nothing overflows and nothing cancels: 1 - tanh² is 0 from 20 on. */
const slope = (x: number): number => {
  const decay = Math.exp(-2 * Math.abs(x));
  return (4 * decay) / ((1 + decay) * (1 + decay));
};

/** The hyperbolic tangent. */
export const tanh: SmoothFunction = {
  name: "tanh",
  derivatives: [
    Math.tanh,
    slope,
    (x) => -2 * Math.tanh(x) * slope(x),
    (x) => {
      const first = slope(x);
      const value = Math.tanh(x);
      return 2 * first * (2 * value * value - first);
    },
  ],
};
