import { cpus } from "node:os";
import { DRAWS } from "../../engine/index.ts";
import type { Measurement } from "./measurement.ts";
import { differences, type Differences } from "./speed/differences.ts";
import { judging, THREADS, type Progress } from "./speed/judging.ts";
import { race, type Race } from "./speed/race.ts";

export interface SpeedFigures {
  /** On what it was measured. */
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number };
  readonly races: readonly Race[];
  readonly differences: readonly Differences[];
  readonly threads: number;
  /** The book once, twice, four times over. */
  readonly judgings: readonly Progress[];
}

/** A network of the page with one example, and a larger one with a batch. */
const RACES = [
  { sizes: [3, 4, 3], examples: 1 },
  { sizes: [64, 64, 64], examples: 32 },
];
const COPIES = [1, 2, 4];
/** By how much, relative to the largest derivative, finite differences may differ by their road and from the adjoint. */
const SAME = 1e-9;
const NEAR = 1e-6;

export const speed: Measurement<SpeedFigures> = {
  title: "How long it takes, against other engines and against its own growth",
  async measure() {
    const races = RACES.map(({ sizes, examples }) => race(sizes, examples));
    const reruns = RACES.map(({ sizes }) => differences(sizes));
    const judgings = (await judging(Math.max(...COPIES))).filter(({ copies }) =>
      COPIES.includes(copies),
    );
    const [first] = cpus();
    const machine = {
      node: process.version,
      processor: first?.model.trim() ?? "unknown",
      cores: cpus().length,
    };
    return { machine, races, differences: reruns, threads: THREADS, judgings };
  },
  faults: ({ races, differences: reruns }) => [
    ...races.flatMap(({ sizes, entries }) =>
      entries
        .filter(({ distance, precision }) => !(distance <= precision))
        .map(
          ({ name, distance }) =>
            `On ${sizes.join("-")}, ${name} is ${distance.toExponential(1)} away from the pass written by hand.`,
        ),
    ),
    ...reruns
      .filter(({ betweenThem, fromAdjoint }) => !(betweenThem <= SAME && fromAdjoint <= NEAR))
      .map(
        ({ sizes, betweenThem, fromAdjoint }) =>
          `On ${sizes.join("-")}, differences by two roads are ${betweenThem.toExponential(1)} apart, and ${fromAdjoint.toExponential(1)} away from the adjoints.`,
      ),
  ],
  lines: ({ machine, races, differences: reruns, threads, judgings }) => [
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}`,
    ...races.flatMap(describeRace),
    ...reruns.map(
      ({ sizes, tried, ratio, withSearch }) =>
        `${sizes.join("-")}, central differences by ${tried} parameters: rerunning only what is downstream takes ${ratio.toFixed(2)} of rerunning the forward pass, ${withSearch.toFixed(1)} with finding it anew each time`,
    ),
    ...judgings.map(
      ({ copies, equations, seconds, work }) =>
        `the book ${copies}×: ${equations} equations on ${DRAWS} networks each in ${seconds.toFixed(1)} s on ${threads} threads; ${((1000 * work) / equations).toFixed(1)} ms of a processor each, ${(equations / work).toFixed(0)} a second`,
    ),
  ],
};

function describeRace({ sizes, examples, parameters, entries }: Race): string[] {
  const batch = examples === 1 ? "one example" : `${examples} examples`;
  return [
    `${sizes.join("-")}, ${batch}: the error and all ${parameters} derivatives`,
    ...entries.map(({ name, how, nanoseconds, ratio }) => {
      const figure = ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
      return `  ${figure.padStart(6)} × ${timeOf(nanoseconds).padStart(9)}  ${name}: ${how}`;
    }),
  ];
}

const timeOf = (nanoseconds: number): string =>
  nanoseconds < 1e5
    ? `${(nanoseconds / 1e3).toFixed(2)} µs`
    : `${(nanoseconds / 1e6).toFixed(2)} ms`;
