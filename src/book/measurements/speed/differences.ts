import { adjoints, Intervention, quantity } from "../../../engine/index.ts";
import { drawProblem } from "./contestant.ts";
import { timesEach } from "./stopwatch.ts";
import { parameterSlots, programOf } from "./tape.ts";

/** The derivatives of the error by finite differences, two values each: by reruns of what is downstream, and of all. */
export interface Differences {
  readonly sizes: readonly number[];
  /** How many parameters were tried, spread evenly over all. */
  readonly tried: number;
  /** The reruns of what is downstream, against those of the whole forward pass. */
  readonly ratio: number;
  /** The same with finding out what is downstream, for these two values alone. */
  readonly withSearch: number;
  /** The largest distance of both estimates from each other and of either from the adjoint, relative to the largest derivative. */
  readonly betweenThem: number;
  readonly fromAdjoint: number;
}

const STEP = 2 ** -17;
const MOST = 200;

export function differences(sizes: readonly number[]): Differences {
  const problem = drawProblem(sizes, 1);
  const program = programOf(problem);
  const { tape } = program;
  const error = quantity(program, "E", []).slots[0]!;
  const all = parameterSlots(program, sizes.length);
  const apart = Math.ceil(all.length / MOST);
  const tried = all.filter((_, at) => at % apart === 0);
  const inputs = quantity(program, "x", []).slots;

  // All that follows from the inputs is the whole forward pass.
  const whole = new Intervention(tape, inputs, [error]);
  const values = inputs.map((slot) => tape.value(slot));
  const wholeAt = (slot: number, value: number): number => {
    tape.write(slot, value);
    return whole.at(values)[0]!;
  };
  const byWhole = tried.map((slot) => () => {
    const value = tape.value(slot);
    const rise = wholeAt(slot, value + STEP) - wholeAt(slot, value - STEP);
    tape.write(slot, value);
    return rise / (2 * STEP);
  });
  const only = (slot: number): Intervention => new Intervention(tape, [slot], [error]);
  const difference = (slot: number, part: Intervention): number => {
    const value = tape.value(slot);
    return (part.at([value + STEP])[0]! - part.at([value - STEP])[0]!) / (2 * STEP);
  };
  const parts = tried.map(only);
  const each = (work: (at: number) => void) => (): void => tried.forEach((_, at) => work(at));
  const [, found, searched] = timesEach([
    each((at) => byWhole[at]!()),
    each((at) => difference(tried[at]!, parts[at]!)),
    each((at) => difference(tried[at]!, only(tried[at]!))),
  ]);

  const slow = byWhole.map((work) => work());
  const quick = tried.map((slot, at) => difference(slot, parts[at]!));
  const exact = tried.map(adjoints(tape, error)).map((slot) => tape.value(slot));
  const size = Math.max(...exact.map(Math.abs));
  const distance = (one: readonly number[], other: readonly number[]): number =>
    Math.max(...one.map((value, at) => Math.abs(value - other[at]!))) / size;
  return {
    ...{ sizes, tried: tried.length, ratio: found!.ratio, withSearch: searched!.ratio },
    betweenThem: distance(slow, quick),
    fromAdjoint: Math.max(distance(slow, exact), distance(quick, exact)),
  };
}
