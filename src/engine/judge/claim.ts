import type { Budget, Condition, Node, Span, TypedClaim } from "../../language/index.ts";
import { childrenOf } from "../../language/index.ts";
import type { Letters, Program } from "../compile/program.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import type { Resolution } from "../compile/resolution.ts";
import type { Reading, Sides } from "./compare.ts";
import { compileSides, fittedOrder, ORDER_SLACK, readings } from "./compare.ts";
import { random } from "../random.ts";
import { kinksOf } from "./kinks.ts";
import { placesOf } from "./places.ts";

/** Where a claim was off by most on one network. */
export interface Worst extends Reading {
  readonly letters: Letters;
  readonly relation: string;
  /** Index of the left side in the chain. */
  readonly at: number;
}

/** One claim on one network. */
export interface Run {
  readonly program: Program;
  /** Scalar comparisons made; for ∈, which compares symbols, the places that exist. */
  readonly places: number;
  readonly worst: Worst | null;
  /** The fitted order where one was claimed. */
  readonly order: number | null;
  /** No number was lost or infinite, and no kink was near. */
  readonly accepted: boolean;
  /** No number was lost or infinite, and no slope was taken at a kink: a difference is a difference. */
  readonly comparable: boolean;
  /** Both sides were zero everywhere, or nothing but rounding. */
  readonly allVoid: boolean;
  /** Somewhere rounding alone is as large as a mistake would be. */
  readonly isBlurred: boolean;
  /** What could not be seen on this network. */
  readonly resolution: Resolution;
}

export interface RunOptions {
  readonly budget?: Budget;
  /** Where there are more places than this, a random sample of them is run. */
  readonly mostPlaces?: number;
}

/** Runs one claim on one network: every place, every entry. May throw `Stop`. */
export function runClaim(
  program: Program,
  claim: TypedClaim,
  conditions: readonly Condition[],
  { budget, mostPlaces = Number.POSITIVE_INFINITY }: RunOptions = {},
): Run {
  program.restart(budget);
  const gathered = gather(program, claim, conditions, mostPlaces);
  const all = gathered.flatMap(({ sides }) => sides);
  const lastRelation = claim.sides.length - 2;
  const order = claim.order
    ? orderOf(
        program,
        claim,
        all.filter(({ at }) => at === lastRelation),
      )
    : null;
  const entries = gathered.flatMap(({ letters, sides }) =>
    sides.flatMap((one) =>
      readings(program, one).map((reading): Worst => ({
        ...reading,
        letters,
        relation: one.relation,
        at: one.at,
      })),
    ),
  );
  // What carries an O(…) is judged by its order, everything before it exactly.
  const exact = entries.filter(({ at }) => !(claim.order && at === lastRelation));
  const worst = (exact.length > 0 ? exact : entries).reduce<Worst | null>(
    (most, one) => (most && most.distance >= one.distance ? most : one),
    null,
  );
  const kinks = kinksOf(program, all);
  return {
    program,
    places: all.length > 0 ? entries.length : gathered.length,
    worst,
    order,
    accepted: !program.resolution.lost && kinks === "none",
    comparable: !program.resolution.lost && kinks !== "slopes",
    allVoid: entries.every(({ isVoid }) => isVoid),
    isBlurred: exact.some((one) => one.isBlurred),
    resolution: program.resolution,
  };
}

/** Both sides of every relation at every place that exists on this network. */
export function gather(
  program: Program,
  claim: TypedClaim,
  conditions: readonly Condition[],
  mostPlaces: number,
): { letters: Letters; sides: Sides[] }[] {
  const all = placesOf(program, claim.free, conditions);
  const places =
    all.length > mostPlaces
      ? random(`${program.network.seed}/places`).shuffle(all).slice(0, mostPlaces)
      : all;
  return places.flatMap((letters) => {
    try {
      return [{ letters, sides: compileSides(program, claim, letters) }];
    } catch (error) {
      // A literal index may fall off on this network; the place does not exist then.
      if (error instanceof Absent) return [];
      throw error;
    }
  });
}

const mentions = (node: Node, name: string): boolean =>
  (node.kind === "constant" && node.name === name) ||
  childrenOf(node).some((child) => mentions(child, name));

function orderOf(program: Program, claim: TypedClaim, sides: readonly Sides[]): number {
  const name = claim.order?.constant ?? "";
  const stands = claim.sides.some((side) => mentions(side, name));
  const slot = stands ? program.blocks.get(name)?.slots[0] : undefined;
  const span: Span = claim.order?.span ?? claim.chain.span;
  if (slot === undefined) {
    throw new Stop(
      "symbol",
      `${name} does not stand in the equation, so nothing shrinks with it.`,
      span,
    );
  }
  return fittedOrder(program, sides, { slot, wanted: claim.order?.order ?? 1, span });
}

/** Whether the sides approach each other more slowly than the O(…) says. */
export const isShortOfOrder = (run: Run, { order }: TypedClaim): boolean =>
  order !== null && (run.order ?? 0) < order.order - ORDER_SLACK;

/** Whether this run shows the claim false. */
export function refutes(run: Run, claim: TypedClaim, limit: number): boolean {
  if (!run.comparable || run.places === 0) return false;
  if (isShortOfOrder(run, claim)) return true;
  const isExact = !claim.order || (run.worst && run.worst.at < claim.sides.length - 2);
  return Boolean(isExact) && (run.worst?.distance ?? 0) > limit;
}
