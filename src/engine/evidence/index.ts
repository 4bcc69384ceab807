export { centralDifference, finiteDifference, fourthOrderDifference } from "./finite-difference.ts";
export type { SidesAt } from "./finite-difference.ts";
export { differenceOnTape } from "./tape-difference.ts";
export { judgeDerivative, resolution } from "./verdict.ts";
export type { DerivativeVerdict, DifferenceEvidence } from "./verdict.ts";
