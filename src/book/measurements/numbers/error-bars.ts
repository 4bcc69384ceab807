import { drawFamily, samplesOf, SEEDS, type Family, type Sample } from "./samples.ts";
import { median, percentile, share } from "./statistics.ts";

/** How honest the error bar of the central difference is on one family of networks. */
export interface BarRow {
  readonly family: string;
  readonly entries: number;
  /** |derivative − difference| in units of the error bar. */
  readonly median: number;
  readonly p99: number;
  readonly most: number;
  /** How many entries lie between one edge and the next, in the same unit. */
  readonly counts: readonly number[];
  /** Share of entries more than ten bars off; share and number of verdicts. */
  readonly beyond: number;
  readonly disagree: number;
  readonly cannotTell: number;
  /** max |derivative − difference| / max |derivative|, a tensor at a time: worst and median. */
  readonly central: Spread;
  readonly fourth: Spread;
  /** The error at the best step beside the floor of theory. */
  readonly rho: { readonly p99: number; readonly most: number };
}

export interface Spread {
  readonly median: number;
  readonly worst: number;
}

/** How many bars off is a disagreement. */
const BARS = 10;
/** The bins of `counts`; the last one has no end. */
export const EDGES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, BARS];

/** Weights are drawn with the spread 0.8; half of that keeps units of these widths out of saturation. */
const ORDINARY = 0.5;

const family = (name: string, model: string, g: string, scale = ORDINARY): Family => ({
  ...{ name, model, g, scale },
});

/** Networks as one draws them: nothing may be called wrong, and next to nothing be left open. */
export const NORMAL: readonly Family[] = [
  family("tanh", "feedforward", "tanh"),
  family("sigmoid", "feedforward", "sigmoid"),
  family("softplus", "feedforward", "softplus"),
  family("any smooth error", "feedforward-any-error", "tanh"),
  family("batch of 3", "feedforward-batch", "tanh"),
];

/** Networks that hide their derivatives from a difference. */
export const HIDING: readonly Family[] = [
  family("ReLU", "feedforward", "relu"),
  family("weights of 1e-3", "feedforward", "tanh", 1e-3),
  family("weights all 0", "feedforward", "tanh", 0),
  family("saturated", "feedforward", "tanh", 30),
];

export const measureErrorBars = (families: readonly Family[]): BarRow[] => families.map(rowOf);

function rowOf(one: Family): BarRow {
  const tensors = Array.from({ length: SEEDS }, (_, seed) =>
    samplesOf(drawFamily(one, seed)),
  ).flat();
  return { family: one.name, ...summary(tensors) };
}

/** From the samples of many tensors. */
export function summary(tensors: readonly (readonly Sample[])[]): Omit<BarRow, "family"> {
  const entries = tensors.flat();
  const bars = entries.map(({ analytic, central, bar }) => ratio(analytic - central, bar));
  const rho = entries.map((entry) => entry.rho);
  const spread = (by: "central" | "fourth"): Spread => {
    const errors = tensors.map((tensor) => tensorError(tensor, by)).filter(Number.isFinite);
    return { median: median(errors), worst: Math.max(...errors) };
  };
  return {
    entries: entries.length,
    median: median(bars),
    p99: percentile(bars, 0.99),
    most: Math.max(...bars),
    counts: EDGES.map((low, at) => {
      const high = EDGES[at + 1] ?? Number.POSITIVE_INFINITY;
      return bars.filter((one) => one >= low && one < high).length;
    }),
    beyond: share(bars, (one) => one > BARS),
    disagree: entries.filter(({ verdict }) => verdict === "disagree").length,
    cannotTell: share(entries, ({ verdict }) => verdict === "cannot tell"),
    central: spread("central"),
    fourth: spread("fourth"),
    rho: { p99: percentile(rho, 0.99), most: Math.max(...rho) },
  };
}

const ratio = (miss: number, unit: number): number => (miss === 0 ? 0 : Math.abs(miss) / unit);

/** Not a number for a tensor that is all 0: there is nothing to compare with. */
const tensorError = (tensor: readonly Sample[], by: "central" | "fourth"): number =>
  Math.max(...tensor.map((one) => Math.abs(one[by] - one.analytic))) /
  Math.max(...tensor.map((one) => Math.abs(one.analytic)));
