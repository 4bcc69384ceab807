/** What a finite difference says about a derivative. All numbers are in units of the derivative but `step`. */
export interface DifferenceEvidence {
  /** The numeric derivative. */
  readonly estimate: number;
  /** The error bar B: about how far the estimate may be off, truncation and rounding together. */
  readonly bar: number;
  /** The rounding part of the bar: no smaller derivative can be seen with this step. */
  readonly floor: number;
  /** The realised step, half the distance between the two nearest points. */
  readonly step: number;
  /** True if a kink lies between the points, so that the estimate means nothing. */
  readonly hasKink: boolean;
}

export type DerivativeVerdict = "agree" | "disagree" | "cannot tell";

/** How many bars apart count as a disagreement. On correct code the largest seen was 2.9. */
const BARS = 10;

/** The coarsest relative resolution at which an agreement still says something. */
const RESOLUTION = 1e-4;

/** The smallest relative error of this derivative that the evidence can detect; infinite for a derivative of 0. */
export const resolution = (analytic: number, evidence: DifferenceEvidence): number =>
  (BARS * evidence.bar) / Math.abs(analytic);

/**
 * Whether a derivative and its finite difference agree. `cannot tell` at a kink, where a number is
 * missing, and below resolution: where even a wrong value would have looked the same.
 */
export const judgeDerivative = (
  analytic: number,
  evidence: DifferenceEvidence,
): DerivativeVerdict => {
  const distance = Math.abs(analytic - evidence.estimate);
  if (evidence.hasKink || !Number.isFinite(distance) || !Number.isFinite(evidence.bar))
    return "cannot tell";
  if (distance > BARS * evidence.bar) return "disagree";
  return BARS * evidence.bar > RESOLUTION * Math.abs(analytic) ? "cannot tell" : "agree";
};
