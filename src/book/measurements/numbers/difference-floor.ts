import { adjoints, findFunction, Intervention, random, type Slot } from "../../../engine/index.ts";
import { loadModel } from "../../models.ts";
import { single } from "./arithmetic.ts";
import { Interpreter } from "./interpreter.ts";
import { median } from "./statistics.ts";
import { differentiable, type Differentiable } from "./tensors.ts";

/** A difference formula on functions of one number: its error at the step that theory calls best. */
export interface FloorRow {
  readonly scheme: SchemeName;
  readonly bits: 64 | 32;
  readonly step: number;
  /** The smallest error that theory leaves, where the function and its derivatives are of the size 1. */
  readonly theory: number;
  readonly median: number;
  readonly worst: number;
}

/** The error of one gradient at one step: max |difference − derivative| / max |derivative|. */
export interface CurvePoint {
  readonly step: number;
  readonly forward: number;
  readonly central: number;
  readonly fourth: number;
  /** The central difference where every operation is rounded to 32 bits. */
  readonly central32: number;
}

/** A formula for a derivative from values: Σ c f(x + n h) / h, and E(h) = C h^p + A u / h. */
interface Scheme {
  readonly weights: readonly (readonly [place: number, weight: number])[];
  readonly order: number;
  readonly truncation: number;
  readonly noise: number;
}

export type SchemeName = "forward" | "central" | "fourth";

const SCHEMES: Readonly<Record<SchemeName, Scheme>> = {
  forward: {
    weights: [
      [0, -1],
      [1, 1],
    ],
    ...{ order: 1, truncation: 1 / 2, noise: 2 },
  },
  central: {
    weights: [
      [-1, -1 / 2],
      [1, 1 / 2],
    ],
    ...{ order: 2, truncation: 1 / 6, noise: 1 },
  },
  fourth: {
    weights: [
      [-2, 1 / 12],
      [-1, -2 / 3],
      [1, 2 / 3],
      [2, -1 / 12],
    ],
    ...{ order: 4, truncation: 1 / 30, noise: 3 / 2 },
  },
};

const ROUNDOFF = { 64: 2 ** -53, 32: 2 ** -24 } as const;
const FUNCTIONS = ["exp", "sin", "tanh", "sigmoid", "ln"];
const POINTS = 200;
const NAMES: readonly SchemeName[] = ["forward", "central", "fourth"];

const difference = (
  { weights }: Scheme,
  f: (x: number) => number,
  x: number,
  step: number,
): number => weights.reduce((sum, [place, weight]) => sum + weight * f(x + place * step), 0) / step;

/** Every scheme in 64 bits, and the central one in 32, on five functions between 0.5 and 2. */
export const measureFloors = (): FloorRow[] => [
  ...NAMES.map((name) => floorRow(name, 64)),
  floorRow("central", 32),
];

function floorRow(name: SchemeName, bits: 64 | 32): FloorRow {
  const scheme = SCHEMES[name];
  const { order, truncation, noise } = scheme;
  const unit = noise * ROUNDOFF[bits];
  // A power of two, so that x + h is exact up to x's own last bit.
  const best = (unit / (order * truncation)) ** (1 / (order + 1));
  const step = 2 ** Math.round(Math.log2(best));
  const draw = random("points of the floor");
  const misses = FUNCTIONS.flatMap((fn) =>
    Array.from({ length: POINTS }, () => {
      const [value, slope] = derivativesOf(fn);
      const x = Math.fround(0.5 + 1.5 * draw.uniform());
      const f = bits === 64 ? value : (at: number) => single.functions[fn]!(Math.fround(at));
      return Math.abs(difference(scheme, f, x, step) - slope(x));
    }),
  );
  const theory = (unit / best) * (1 + 1 / order);
  return { scheme: name, bits, step, theory, median: median(misses), worst: Math.max(...misses) };
}

function derivativesOf(name: string): [(x: number) => number, (x: number) => number] {
  const [value, slope] = findFunction(name)?.derivatives ?? [];
  if (!value || !slope) throw new Error(`there is no function ${name}`);
  return [value, slope];
}

/** The V: error against step, on all parameters of a 3-5-4-2 net. */
export function measureCurve(g: string): CurvePoint[] {
  const drawn = differentiable(loadModel("feedforward"), "curve", 0, {
    ...{ counts: { L: 4 }, widths: { n: [3, 5, 4, 2] }, choices: { g }, given: new Map() },
  });
  const slots = parametersOf(drawn);
  const { program, error } = drawn;
  const { tape } = program;
  const derivative = adjoints(tape, error);
  const truth = slots.map((slot) => tape.value(derivative(slot)));
  const largest = Math.max(...truth.map(Math.abs));
  const in32 = new Interpreter(tape, single, error);
  const errorOf = (name: SchemeName, step: number, f: (slot: Slot) => (x: number) => number) =>
    Math.max(
      ...slots.map((slot, at) =>
        Math.abs(
          difference(SCHEMES[name], f(slot), tape.value(slot), step) - (truth[at] as number),
        ),
      ),
    ) / largest;
  const inDoubles = (slot: Slot) => {
    const intervention = new Intervention(tape, [slot], [error]);
    return (x: number): number => intervention.at([x])[0] as number;
  };
  const inSingles = (slot: Slot) => (x: number) => in32.after(slot, Math.fround(x));
  return Array.from({ length: 40 }, (_, at) => 2 ** -(at + 1)).map((step) => ({
    step,
    forward: errorOf("forward", step, inDoubles),
    central: errorOf("central", step, inDoubles),
    fourth: errorOf("fourth", step, inDoubles),
    central32: errorOf("central", step, inSingles),
  }));
}

const parametersOf = ({ program, tensors }: Differentiable): Slot[] =>
  tensors
    .filter(({ name }) => program.model.symbols.get(name.split("|")[0] ?? "")?.role === "parameter")
    .flatMap(({ slots }) => slots);
