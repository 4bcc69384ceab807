import type { Condition, Model } from "../../language/index.ts";
import type { Choice, Network } from "../network.ts";
import { Stop } from "../compile/refusal.ts";
import { random, type Random } from "../random.ts";

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
const WIDTHS = [2, 3, 4, 5, 6, 7, 8];
/** A count such as m is drawn up to this far above the model's own, so that no number can stand for it. */
const COUNT_SPREAD = 3;

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

/**
 * The network number `at` of a seed: dense normal values, widths distinct and drawn anew. The first one
 * has the sizes that the model names.
 */
export function drawNetwork(
  model: Model,
  constraints: Constraints,
  seed: string,
  at: number,
): Network {
  const stream = random(`${seed}/draw/${at}`);
  const counts = drawCounts(model, constraints, stream, at);
  const depth = counts.L ?? 0;
  const taken = new Set(
    Object.entries(counts).flatMap(([name, count]) => (name === "L" ? [] : [count])),
  );
  const pool = [...WIDTHS, ...beyond(depth)].filter((width) => !taken.has(width));
  const widths: Record<string, readonly number[]> = {};
  for (const [name, judged] of Object.entries(model.judge.widths)) {
    const length = model.judge.counts.L === undefined ? judged.length : depth;
    const isOwn = at === 0 && judged.length === length && !judged.some((one) => taken.has(one));
    const drawn = isOwn ? judged : stream.shuffle(pool).slice(0, length);
    widths[name] = constraints.widths[name] ?? drawn;
  }
  const choices: Record<string, Choice> = {};
  for (const [name, declared] of model.functions) {
    if (declared.kind !== "choices") continue;
    const fixed = constraints.choices[name];
    const judging = JUDGING_CHOICES.filter((one) => declared.choices.includes(one));
    choices[name] = fixed
      ? { name: fixed, slope: 1 }
      : { name: judging[at % judging.length] ?? "tanh", slope: 0.7 + 0.8 * stream.uniform() };
  }
  const own = at === 0 ? seed : `${seed}/${at}`;
  return { counts, widths, choices, seed: own, given: constraints.given };
}

function drawCounts(
  model: Model,
  constraints: Constraints,
  stream: Random,
  at: number,
): Record<string, number> {
  const counts: Record<string, number> = {};
  const given = Object.values(constraints.widths)[0]?.length;
  for (const [name, value] of Object.entries(model.judge.counts)) {
    const extra = at === 0 ? 0 : stream.integer(COUNT_SPREAD);
    const drawn = name === "L" ? (given ?? DEPTHS[at % DEPTHS.length] ?? value) : value + extra;
    counts[name] = constraints.counts[name] ?? drawn;
  }
  return counts;
}

/** More widths where a deep network is asked for. */
const beyond = (depth: number): number[] =>
  Array.from({ length: Math.max(0, depth - WIDTHS.length + 3) }, (_, at) => 9 + at);
