/** Tree and network to values, derivatives and verdicts: the door of the engine. Pure. */
export { compile, symbolAt } from "./compile/compile.ts";
export { Program, type Letters, type Rate } from "./compile/program.ts";
export { quantity } from "./compile/quantities.ts";
export { Absent, Stop } from "./compile/refusal.ts";
export { Training } from "./compile/updates.ts";
export { runClaim, type Run } from "./judge/claim.ts";
export { compileSides, FAILS, HOLDS, readings, type Reading, type Sides } from "./judge/compare.ts";
export type { Counterexample } from "./judge/counterexample.ts";
export { constrain, drawNetwork, UNCONSTRAINED, type Constraints } from "./judge/draws.ts";
export { givenOf, readGiven, rowsOf, type GivenData, type Nested } from "./judge/given.ts";
export { DRAWS } from "./judge/conclude.ts";
export { Judge, type JudgeOptions } from "./judge/judge.ts";
export type { Judgement, Verdict } from "./judge/judgement.ts";
export { judgeWithHints } from "./judge/hints.ts";
export { describeRange, placesOf } from "./judge/places.ts";
export { constantOf, valueKey, type Choice, type Network } from "./network.ts";
export { random, type Random } from "./random.ts";
export {
  centralDifference,
  differenceOnTape,
  finiteDifference,
  fourthOrderDifference,
  judgeDerivative,
  type DerivativeVerdict,
  type DifferenceEvidence,
} from "./evidence/index.ts";
export { findFunction } from "./functions/index.ts";
export { backwardPass } from "./fixtures/backward-pass.ts";
export type { DrawnNetwork, Example } from "./fixtures/network.ts";
export { adjoints, Intervention, tangents, Tape, type Slot } from "./tape/index.ts";
export * from "./live/index.ts";
