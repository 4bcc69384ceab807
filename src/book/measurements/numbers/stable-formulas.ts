import { adjoints, findFunction, random, Tape } from "../../../engine/index.ts";
import { distance, Exact, exactly } from "./arithmetic.ts";

/** A formula of the engine and the one of the textbooks, both against sixty digits. */
export interface FormulaRow {
  readonly what: string;
  readonly points: number;
  /** Largest relative error of the engine. */
  readonly ours: number;
  readonly textbook: string;
  /** Relative error of the textbook formula at a few places: 1 where nothing is right, null where it is no number. */
  readonly fails: readonly { readonly x: number; readonly error: number | null }[];
}

export interface Formula {
  readonly what: string;
  readonly ours: (x: number) => number;
  readonly exact: (x: Exact) => Exact;
  readonly textbook: string;
  readonly naive: (x: number) => number;
  /** Where the textbook formula is shown. */
  readonly shown: readonly number[];
}

const order = (name: string, at: number): ((x: number) => number) => {
  const derivative = findFunction(name)?.derivatives[at];
  if (!derivative) throw new Error(`there is no derivative ${at} of ${name}`);
  return derivative;
};

const one = new Exact(1);
/** e^x + e^-x, of which neither slope below cancels anything. */
const pair = (x: Exact): Exact => x.exp().plus(x.negated().exp());
/** ln(1 + e^x), with as many terms of the series as sixty digits need where e^x is lost beside 1. */
const log1pExp = (x: Exact): Exact => {
  const power = x.exp();
  if (x.gt(-60)) return power.plus(1).ln();
  return power.times(one.minus(power.div(2)).plus(power.times(power).div(3)));
};
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export const FORMULAS: readonly Formula[] = [
  {
    what: "tanh'",
    ours: order("tanh", 1),
    exact: (x) => new Exact(4).div(pair(x).pow(2)),
    textbook: "1 - tanh²",
    naive: (x) => 1 - Math.tanh(x) ** 2,
    shown: [10, 15, 20],
  },
  {
    what: "sigmoid'",
    ours: order("sigmoid", 1),
    exact: (x) => one.div(pair(x.div(2)).pow(2)),
    textbook: "s (1 - s)",
    naive: (x) => logistic(x) * (1 - logistic(x)),
    shown: [20, 30, 37],
  },
  {
    what: "sigmoid",
    ours: order("sigmoid", 0),
    exact: (x) => one.div(x.negated().exp().plus(1)),
    textbook: "e^x / (1 + e^x)",
    naive: (x) => Math.exp(x) / (1 + Math.exp(x)),
    shown: [700, 710],
  },
  {
    what: "softplus",
    ours: order("softplus", 0),
    exact: log1pExp,
    textbook: "ln(1 + e^x)",
    naive: (x) => Math.log(1 + Math.exp(x)),
    shown: [-20, -37, 800],
  },
  {
    what: "-ln sigmoid",
    ours: (x) => order("softplus", 0)(-x),
    exact: (x) => log1pExp(x.negated()),
    textbook: "-ln(1 / (1 + e^-x))",
    naive: (x) => -Math.log(logistic(x)),
    shown: [20, 37, -800],
  },
];

/** Where a result is smaller than this, a double itself has fewer digits. */
const SMALLEST = 2 ** -1022;

const points = (): number[] => {
  const draw = random("points of the formulas");
  const near = Array.from({ length: 400 }, () => 40 * (2 * draw.uniform() - 1));
  const far = Array.from({ length: 400 }, () => 700 * (2 * draw.uniform() - 1));
  return [0, ...[1e-12, 1e-3, 15, 20, 37, 40, 700].flatMap((x) => [x, -x]), ...near, ...far];
};

export const measureFormulas = (): FormulaRow[] => [...FORMULAS.map(formulaRow), ...logSumExp()];

/** One formula of the engine and its textbook form, at 800 points and more. */
export function formulaRow({ what, ours, exact, textbook, naive, shown }: Formula): FormulaRow {
  const errorOf = (f: (x: number) => number, x: number): number =>
    relative(f(x), exact(exactly(x)));
  const measured = points().filter((x) => exact(exactly(x)).gte(SMALLEST));
  return {
    ...{ what, textbook, points: measured.length },
    ours: Math.max(...measured.map((x) => errorOf(ours, x))),
    fails: shown.map((x) => ({ x, error: finite(errorOf(naive, x)) })),
  };
}

/**
 * ln Σ e^z of three numbers, with the largest taken out first, on the tape: its value, and by reverse
 * mode its gradient, which is the softmax. The textbook formula overflows.
 */
function logSumExp(): FormulaRow[] {
  const draw = random("points of log-sum-exp");
  const sets = [1, 30, 300, 700, 1000].flatMap((size) =>
    Array.from({ length: 40 }, () => [1, 2, 3].map(() => size * (2 * draw.uniform() - 1))),
  );
  const found = sets.map((set) => {
    const exponentials = set.map((z) => exactly(z).exp());
    const total = exponentials.reduce((sum, each) => sum.plus(each));
    const { value, gradient } = shifted(set);
    const softmax = exponentials.map((each) => each.div(total));
    return {
      value: relative(value, total.ln()),
      gradient: Math.max(...gradient.map((slope, at) => distance(slope, softmax[at]!))),
    };
  });
  const naive = [20, 700, 710].map((x) => {
    const total = [x, x, x].reduce((sum, z) => sum + Math.exp(z), 0);
    return { x, error: finite(relative(Math.log(total), exactly(x).exp().times(3).ln())) };
  });
  const textbook = "ln(e^x + e^x + e^x)";
  const most = (by: "value" | "gradient"): number => Math.max(...found.map((one) => one[by]));
  return [
    { what: "log-sum-exp", points: sets.length, ours: most("value"), textbook, fails: naive },
    { what: "its gradient", points: sets.length, ours: most("gradient"), textbook, fails: [] },
  ];
}

function shifted(set: readonly number[]): { value: number; gradient: number[] } {
  const tape = new Tape();
  const [exp, ln] = [findFunction("exp")!, findFunction("ln")!];
  const inputs = set.map((z) => tape.input(z));
  const largest = inputs.reduce((most, z) => tape.maximum(most, z));
  const powers = inputs.map((z) => tape.apply(exp, 0, tape.subtract(z, largest)));
  const output = tape.add(tape.apply(ln, 0, tape.sum(powers)), largest);
  const derivative = adjoints(tape, output);
  return {
    value: tape.value(output),
    gradient: inputs.map((slot) => tape.value(derivative(slot))),
  };
}

const relative = (value: number, truth: Exact): number =>
  distance(value, truth) / truth.abs().toNumber();

const finite = (error: number): number | null => (Number.isFinite(error) ? error : null);
