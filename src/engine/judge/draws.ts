import type { Condition, Model } from "../../language/index.ts";
import type { Choice, Network } from "../network.ts";
import { Stop } from "../compile/refusal.ts";
import { random } from "../random.ts";

/** What is fixed before networks are drawn: by conditions, by options, by given numbers. */
export interface Constraints {
  readonly counts: Readonly<Record<string, number>>;
  readonly widths: Readonly<Record<string, readonly number[]>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly given: ReadonlyMap<string, readonly number[]>;
}

export const UNCONSTRAINED: Constraints = { counts: {}, widths: {}, choices: {}, given: new Map() };

/** Depths that are judged: with 3 layers or fewer, rules that hold for one hidden layer only would pass. */
const DEPTHS = [4, 5];
/** All smooth, none with a special slope; ReLU hides faults (g′(a) = g′(z) there). */
const JUDGING_CHOICES = ["tanh", "sigmoid", "softplus"];
/** Pairwise distinct widths: a square θ hides a lost transpose. */
const WIDTHS = [3, 5, 4, 2, 6, 7, 8, 9];

/** The conditions of an equation as constraints on the draws; what was fixed before must agree. */
export function constrain(base: Constraints, conditions: readonly Condition[]): Constraints {
  const counts = { ...base.counts };
  const choices = { ...base.choices };
  const depth = Object.values(base.widths)[0]?.length;
  for (const one of conditions) {
    if (one.kind !== "count" && one.kind !== "function") continue;
    const fixed =
      one.kind === "function"
        ? choices[one.name]
        : (counts[one.name] ?? (one.name === "L" ? depth : undefined));
    const wanted = one.kind === "function" ? one.choice : one.value;
    if (fixed !== undefined && fixed !== wanted) {
      const message = `The equation is stated for ${one.name} = ${wanted}, but ${one.name} = ${fixed} was asked for.`;
      throw new Stop("no-place", message, one.span);
    }
    if (one.kind === "count") counts[one.name] = one.value;
    else choices[one.name] = one.choice;
  }
  return { ...base, counts, choices };
}

/** The network number `at` of a seed: dense normal values, widths distinct and permuted. */
export function drawNetwork(
  model: Model,
  constraints: Constraints,
  seed: string,
  at: number,
): Network {
  const stream = random(`${seed}/draw/${at}`);
  const layered = Object.keys(model.judge.widths);
  const depth =
    constraints.counts.L ?? firstWidths(constraints)?.length ?? DEPTHS[at % DEPTHS.length] ?? 4;
  const counts: Record<string, number> = {};
  for (const [name, value] of Object.entries(model.judge.counts)) {
    counts[name] = constraints.counts[name] ?? (name === "L" ? depth : value);
  }
  const taken = new Set(
    Object.entries(counts)
      .filter(([name]) => name !== "L")
      .map(([, value]) => value),
  );
  const pool = [...WIDTHS, ...extraWidths(depth)]
    .filter((width) => !taken.has(width))
    .slice(0, depth);
  const widths: Record<string, readonly number[]> = {};
  for (const name of layered) widths[name] = constraints.widths[name] ?? stream.shuffle(pool);
  const choices: Record<string, Choice> = {};
  for (const [name, declared] of model.functions) {
    if (declared.kind !== "choices") continue;
    const fixed = constraints.choices[name];
    const judging = JUDGING_CHOICES.filter((one) => declared.choices.includes(one));
    choices[name] = fixed
      ? { name: fixed, slope: 1 }
      : { name: judging[at % judging.length] ?? "tanh", slope: 0.7 + 0.8 * stream.uniform() };
  }
  return {
    counts,
    widths,
    choices,
    seed: at === 0 ? seed : `${seed}/${at}`,
    given: constraints.given,
  };
}

const firstWidths = (constraints: Constraints): readonly number[] | undefined =>
  Object.values(constraints.widths)[0];

const extraWidths = (depth: number): number[] =>
  Array.from({ length: Math.max(0, depth - WIDTHS.length + 4) }, (_, at) => 10 + at);
