import type { SmoothFunction } from "./smooth-function.ts";

/** 1 / (1 + e^(-x)). From e^(-|x|), which cannot overflow. */
const value = (x: number): number => {
  const decay = Math.exp(-Math.abs(x));
  return (x < 0 ? decay : 1) / (1 + decay);
};

/** The slope e^(-|x|) / (1 + e^(-|x|))². The textbook form s(1 - s) is exactly 0 from 37 on. */
const slope = (x: number): number => {
  const decay = Math.exp(-Math.abs(x));
  return decay / ((1 + decay) * (1 + decay));
};

/** 1 - 2s(x) is -tanh(x/2), which does not cancel near 0. */
const bend = (x: number): number => -slope(x) * Math.tanh(x / 2);

/** The logistic function. */
export const sigmoid: SmoothFunction = {
  name: "sigmoid",
  derivatives: [value, slope, bend, (x) => slope(x) * (1 - 6 * slope(x))],
};
