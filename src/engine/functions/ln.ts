import type { SmoothFunction } from "./smooth-function.ts";

/** 1/x exists left of 0 as well, but it is not a slope of the logarithm there. */
const onDomain =
  (derivative: (x: number) => number) =>
  (x: number): number =>
    x >= 0 ? derivative(x) : Number.NaN;

/** The natural logarithm; not a number left of 0. Divisions one after the other: x² would underflow first. */
export const ln: SmoothFunction = {
  name: "ln",
  derivatives: [
    Math.log,
    onDomain((x) => 1 / x),
    onDomain((x) => -1 / x / x),
    onDomain((x) => 2 / x / x / x),
  ],
};
