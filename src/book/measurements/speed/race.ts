import { byHand } from "./by-hand.ts";
import type { Answer, Contestant } from "./contestant.ts";
import { drawProblem } from "./contestant.ts";
import { mathjs } from "./mathjs.ts";
import { scalarAutograd } from "./scalar-autograd.ts";
import { timesEach } from "./stopwatch.ts";
import { tape } from "./tape.ts";
import { tfjs } from "./tfjs.ts";

/** One engine in one race. */
export interface Entry {
  readonly name: string;
  readonly how: string;
  /** For the error and all derivatives on new inputs. */
  readonly nanoseconds: number;
  /** Against the pass that is written by hand. */
  readonly ratio: number;
  /** The largest distance of any of its numbers from those of the pass by hand, relative to the largest of them. */
  readonly distance: number;
  /** How far off it may be. */
  readonly precision: number;
}

/** All engines on one network. */
export interface Race {
  readonly sizes: readonly number[];
  readonly examples: number;
  readonly parameters: number;
  readonly entries: readonly Entry[];
}

/** The first one is the measure of the others. */
export const ENGINES = [byHand, tape, scalarAutograd, mathjs, tfjs];

/** The error and all derivatives of one network by every engine: compared first, then timed in turns. */
export function race(sizes: readonly number[], examples: number): Race {
  const problem = drawProblem(sizes, examples);
  const engines = ENGINES.map((make) => make(problem));
  // Two sets of inputs in turn, so that in every run all numbers change.
  const inputs = problem.examples.map(({ input }) => input);
  const sets = [inputs, inputs.map((row) => row.map((one) => one * (1 + 2 ** -20)))] as const;
  const distances = compared(engines, sets[1]);
  const timings = timesEach(
    engines.map((engine) => {
      let turn = 0;
      return () => engine.run(sets[(turn ^= 1) as 0 | 1]);
    }),
  );
  const entries = engines.map(({ name, how, precision }, at) => ({
    ...{ name, how, precision, distance: distances[at]! },
    ...timings[at]!,
  }));
  return { sizes, examples, parameters: engines[0]!.read().gradient.length, entries };
}

/** How far each engine is from the first. */
export function compared(
  engines: readonly Contestant[],
  inputs: readonly (readonly number[])[],
): number[] {
  for (const engine of engines) engine.run(inputs);
  const [first, ...others] = engines.map((engine) => engine.read());
  return [0, ...others.map((answer) => distanceOf(first!, answer))];
}

function distanceOf(one: Answer, other: Answer): number {
  if (one.gradient.length !== other.gradient.length) return Number.MAX_VALUE;
  const [left, right] = [one, other].map(({ error, gradient }) => [error, ...gradient]);
  const size = Math.max(...left!.map(Math.abs));
  const distances = left!.map((value, at) => Math.abs(value - right![at]!) / size);
  // A number that is missing is as wrong as can be.
  return Math.max(...distances.map((far) => (Number.isFinite(far) ? far : Number.MAX_VALUE)));
}
