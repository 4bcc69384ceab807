import type { NumberFigures } from "./figures.ts";

/** What is asked of the figures; each was reached before it was written down here. */
export const GOALS = {
  /** Agreement of the reference with itself and with published digits, relative. */
  reference: 1e-30,
  /** Either mode against the reference: the largest error of a tensor beside its largest entry. */
  mode: 1e-13,
  /** The engine's formulas against sixty digits, relative. */
  formula: 1e-15,
  /** What a textbook formula must lose at the last place shown, or the row shows nothing. */
  textbook: 1e-9,
  /** Entries on which the error bar is tried. */
  entries: 20_000,
  /** Share of ordinary entries that may be left open. */
  cannotTell: 0.02,
  /** Share that must be left open where weights are tiny, 0 or saturated. */
  hidden: 0.5,
  /** A difference beside max |derivative| of its tensor: half of all tensors, and the worst. */
  central: { median: 1e-9, worst: 1e-8 },
  fourth: { median: 1e-10, worst: 1e-9 },
  /** The error at the best step beside the floor of theory. */
  rho: { p99: 2, most: 5 },
} as const;

/** Families in which most derivatives cannot be seen; ReLU is blind only where a unit is dead. */
const BLIND = ["weights of 1e-3", "weights all 0", "saturated"];

/** Every goal that was missed, in a sentence. */
export const faultsOf = (figures: NumberFigures): string[] => [
  ...ofReference(figures),
  ...ofDifferences(figures),
  ...ofBars(figures),
  ...figures.resolution
    .filter(
      ({ wanted, evidence, verdict }) =>
        evidence.some((one) => one !== wanted.evidence) || verdict !== wanted.verdict,
    )
    .map(
      ({ where, claim, evidence, verdict }) =>
        `${where}: the evidence says ${evidence.join(" and ")}, the judge says ${verdict} of ${claim}.`,
    ),
  ...figures.formulas.flatMap(({ what, ours, textbook, fails }) => [
    ...above(`The error of ${what}`, ours, GOALS.formula),
    ...(fails.length === 0 || fails.some(({ error }) => error === null || error > GOALS.textbook)
      ? []
      : [`${textbook} does not fail where it should.`]),
  ]),
  ...figures.publications.flatMap(({ title, notReproduced, unexplained }) =>
    [
      [notReproduced, "not reproduced"] as const,
      [unexplained, "printed otherwise, or not, against what is said of it"] as const,
    ].flatMap(([all, what]) => all.map((tex) => `${title}: ${tex} is ${what}.`)),
  ),
];

function ofReference({ selfCheck, reference }: NumberFigures): string[] {
  const { published, betweenSteps } = selfCheck;
  return [
    ...published.flatMap(({ slope, error }) =>
      above(`The reference's error at ${slope}`, error, GOALS.reference),
    ),
    ...above("What two steps of the reference differ by", betweenSteps, GOALS.reference),
    ...reference.flatMap(({ model, reverse, forward }) => [
      ...above(`Reverse mode's error on ${model}`, reverse, GOALS.mode),
      ...above(`Forward mode's error on ${model}`, forward, GOALS.mode),
    ]),
  ];
}

function ofDifferences({ floors, bars }: NumberFigures): string[] {
  return [
    ...floors.flatMap(({ scheme, bits, median, theory }) =>
      above(`The ${scheme} difference in ${bits} bits`, median, theory),
    ),
    ...bars.normal.flatMap(({ family, central, fourth, rho }) => [
      ...above(`The central difference on ${family}`, central.median, GOALS.central.median),
      ...above(`The worst central difference on ${family}`, central.worst, GOALS.central.worst),
      ...above(`The fourth-order difference on ${family}`, fourth.median, GOALS.fourth.median),
      ...above(`The worst fourth-order difference on ${family}`, fourth.worst, GOALS.fourth.worst),
      ...above(`Error over floor on ${family}, at 99 of 100,`, rho.p99, GOALS.rho.p99),
      ...above(`Error over floor on ${family}, at most,`, rho.most, GOALS.rho.most),
    ]),
  ];
}

function ofBars({ bars: { normal, hiding } }: NumberFigures): string[] {
  const entries = normal.reduce((total, row) => total + row.entries, 0);
  return [
    ...(entries < GOALS.entries ? [`The error bar was tried on ${entries} entries only.`] : []),
    ...[...normal, ...hiding].flatMap(({ family, beyond, disagree }) => [
      ...above(`The share beyond ten error bars on ${family}`, beyond, 0),
      ...above(`The number of right derivatives called wrong on ${family}`, disagree, 0),
    ]),
    ...normal.flatMap(({ family, cannotTell }) =>
      above(`The share left open on ${family}`, cannotTell, GOALS.cannotTell),
    ),
    ...hiding
      .filter(({ family }) => BLIND.includes(family))
      .flatMap(({ family, cannotTell }) =>
        above(`The share told on ${family}`, 1 - cannotTell, 1 - GOALS.hidden),
      ),
  ];
}

/** A fault where a figure is larger than its goal, or no number. */
const above = (what: string, figure: number, goal: number): string[] =>
  figure <= goal ? [] : [`${what} is ${figure.toPrecision(3)}, above ${goal.toPrecision(3)}.`];
