import { sigmoid } from "./sigmoid.ts";
import type { SmoothFunction } from "./smooth-function.ts";

/** ln(1 + e^x). Its slope is the logistic function; the form below does not overflow. */
export const softplus: SmoothFunction = {
  name: "softplus",
  derivatives: [
    (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    ...sigmoid.derivatives.slice(0, 3),
  ],
};
