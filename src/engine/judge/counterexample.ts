import { belongsTo } from "../domains.ts";
import type { Budget, Model, TypedClaim, TypedEquation } from "../../language/index.ts";
import { Program } from "../compile/program.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import type { Choice, Network } from "../network.ts";
import type { GivenData } from "./given.ts";
import { givenOf } from "./given.ts";
import type { Run } from "./claim.ts";
import { refutes, runClaim } from "./claim.ts";
import type { Constraints } from "./draws.ts";

/** A network on which the claim is false; as small as could be found, if that was asked for. */
export interface Counterexample {
  readonly indices: Readonly<Record<string, number>>;
  /** Row and column from 1, where the sides are no plain numbers. */
  readonly entry: readonly [number, number] | null;
  readonly left: number;
  readonly right: number;
  /** n_1 … n_L. */
  readonly sizes: readonly number[];
  readonly g: string | null;
  readonly seed: string;
  /** The numbers of the network, in the form that `value --given` reads. */
  readonly given: GivenData;
}

/** A shrunk network must still be wrong by this much, relatively and in itself, so that its digits show it. */
const VISIBLE = 1e-3;
const VISIBLE_GAP = 0.01;
/** Networks tried at most. */
const TRIES = 120;

/**
 * Fewest layers, fewest examples, then smallest widths, then fewest digits; each step is kept only if it still refutes.
 * Where the budget is spent, the smallest network so far is told.
 */
export function shrink(
  model: Model,
  typed: TypedEquation,
  claim: TypedClaim,
  found: Run,
  constraints: Constraints,
  budget: Budget,
): Run {
  let best = found;
  let tries = 0;
  const enough = Math.min(VISIBLE_GAP, gapOf(found));
  const attempt = (network: Network): boolean => {
    tries += 1;
    if (tries > TRIES || budget.isSpent) return false;
    const run = runOn(model, typed, claim, network, budget);
    if (!run || !refutes(run, claim, VISIBLE) || gapOf(run) < enough) return false;
    best = run;
    return true;
  };
  plainSlope(best.program.network, attempt);
  // Given numbers, and those that a search has found, fit their own sizes only.
  const isGiven = found.program.network.given.size > 0;
  const fixedSizes = Object.keys(constraints.widths).length > 0 || isGiven;
  if (!fixedSizes) {
    if (constraints.counts.L === undefined) fewerLayers(best.program.network, attempt);
    fewerOfEach(() => best.program.network, attempt);
    smallerWidths(() => best.program.network, attempt);
  }
  for (const digits of [0, 1, 2]) {
    const { network } = best.program;
    if (attempt({ ...network, given: rounded(best.program, constraints, digits) })) break;
  }
  return best;
}

const gapOf = ({ worst }: Run): number => (worst ? Math.abs(worst.left - worst.right) : 0);

function runOn(
  model: Model,
  typed: TypedEquation,
  claim: TypedClaim,
  network: Network,
  budget: Budget,
): Run | null {
  try {
    return runClaim(new Program(model, network), claim, typed.conditions, { budget });
  } catch (error) {
    if (error instanceof Stop || error instanceof Absent) return null;
    throw error;
  }
}

function fewerLayers(network: Network, attempt: (network: Network) => boolean): void {
  const depth = network.counts.L;
  if (depth === undefined) return;
  for (let fewer = 2; fewer < depth; fewer += 1) {
    const widths = Object.fromEntries(
      Object.entries(network.widths).map(([name, list]) => [name, list.slice(0, fewer)]),
    );
    if (attempt({ ...network, counts: { ...network.counts, L: fewer }, widths })) return;
  }
}

/** Fewer examples, fewer times. */
function fewerOfEach(current: () => Network, attempt: (network: Network) => boolean): void {
  for (const name of Object.keys(current().counts)) {
    if (name === "L") continue;
    for (let fewer = 1; fewer < (current().counts[name] ?? 1); fewer += 1) {
      const network = current();
      if (attempt({ ...network, counts: { ...network.counts, [name]: fewer } })) break;
    }
  }
}

/** Other numbers are tried too: on one draw a small network may hide the fault. */
function smallerWidths(current: () => Network, attempt: (network: Network) => boolean): void {
  for (const [name, list] of Object.entries(current().widths)) {
    for (const at of list.keys()) {
      for (let width = 1; width < (current().widths[name]?.[at] ?? 1); width += 1) {
        const network = current();
        const widths = (network.widths[name] ?? []).map((one, layer) =>
          layer === at ? width : one,
        );
        const smaller = { ...network, widths: { ...network.widths, [name]: widths } };
        const seeds = [network.seed, ...[1, 2, 3].map((draw) => `${network.seed}/small/${draw}`)];
        if (seeds.some((seed) => attempt({ ...smaller, seed }))) break;
      }
    }
  }
}

/** g itself, without the random slope: other numbers are drawn until they refute it too. */
function plainSlope(network: Network, attempt: (network: Network) => boolean): void {
  const choices = Object.fromEntries(
    Object.entries(network.choices).map(([name, { name: choice }]): [string, Choice] => [
      name,
      { name: choice, slope: 1 },
    ]),
  );
  const seeds = [network.seed, ...[1, 2, 3, 4, 5, 6].map((at) => `${network.seed}/plain/${at}`)];
  seeds.some((seed) => attempt({ ...network, seed, choices }));
}

/** Every number of the network to so many decimals; what was set by the caller stays. */
function rounded(
  program: Program,
  constraints: Constraints,
  digits: number,
): Map<string, number[]> {
  const power = 10 ** digits;
  const values = new Map<string, number[]>();
  for (const [key, { slots }] of program.inputs) {
    const set = constraints.given.get(key);
    const numbers = slots.map((slot) => program.tape.value(slot));
    values.set(key, set ? [...set] : roundedWithin(program.model, key, numbers, power));
  }
  return values;
}

/** Fewer digits, never 0; as they were where the rounded numbers would not be of the symbol's kind. */
function roundedWithin(
  model: Model,
  key: string,
  numbers: readonly number[],
  power: number,
): number[] {
  const symbol = model.symbols.get(key.split("|")[0] ?? "");
  if (model.constants.has(key) || !symbol) return [...numbers];
  const least = symbol.domain === "one-hot" ? 0 : 1 / power;
  const short = numbers.map((one) => Math.round(one * power) / power || least);
  return belongsTo(symbol.domain, short) ? short : [...numbers];
}

/** The network of a run that refutes a claim, with the place at which it was off by most. */
export function describeRun({ program, worst }: Run, claim: TypedClaim): Counterexample {
  const { network, model } = program;
  const single = Array.from({ length: network.counts.L ?? 0 }, () => 1);
  const [, widths = single] = Object.entries(network.widths)[0] ?? [];
  const [, choice] = Object.entries(network.choices)[0] ?? [];
  const indices = Object.fromEntries(
    [...(worst?.letters ?? [])].map(([name, value]) => [name.replace("·", ""), value]),
  );
  const isTensor = claim.shapes.some(
    (shape) => shape && shape.rows.terms.length + shape.columns.terms.length > 0,
  );
  return {
    indices,
    entry: isTensor ? (worst?.entry ?? null) : null,
    left: worst?.left ?? Number.NaN,
    right: worst?.right ?? Number.NaN,
    sizes: widths,
    g: choice?.name ?? null,
    seed: network.seed,
    given: givenOf(model, program),
  };
}
