/** The closed list of reasons that a step of a derivation may give. Exercises are generated from it too. */
export const REASONS = {
  DEF: "by definition",
  CHAIN: "chain rule, one path",
  "CHAIN+": "chain rule, summed over all paths",
  INDEP: "zero, because it does not depend on it",
  FWD: "substitute forward propagation",
  DIFF: "differentiate",
  FACTOR: "take out of the sum",
  COLLECT: "collect components into a vector or matrix",
  LIN: "linearity of the derivative",
} as const;

export type Reason = keyof typeof REASONS;

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}
