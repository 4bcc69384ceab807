import type { Condition, Span, TypedClaim } from "../../language/index.ts";
import type { Letters, Program } from "../compile/program.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import type { Reading, Sides } from "./compare.ts";
import { compileSides, fittedOrder, ORDER_SLACK, readings } from "./compare.ts";
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
  /** Scalar comparisons made. */
  readonly places: number;
  readonly worst: Worst | null;
  /** The fitted order where one was claimed. */
  readonly order: number | null;
  /** Every number was finite and no kink was near. */
  readonly accepted: boolean;
  /** Values only: both sides were exactly zero everywhere. */
  readonly allZero: boolean;
}

/** Closer than this to a kink, relative to 1, nothing is judged. */
const KINK = 1e-7;

/** Runs one claim on one network: every place, every entry. May throw `Stop`. */
export function runClaim(
  program: Program,
  claim: TypedClaim,
  conditions: readonly Condition[],
): Run {
  const gathered: { letters: Letters; sides: Sides[] }[] = [];
  for (const letters of placesOf(program, claim.free, conditions)) {
    try {
      gathered.push({ letters, sides: compileSides(program, claim, letters) });
    } catch (error) {
      // A literal index may fall off on this network; the place does not exist then.
      if (!(error instanceof Absent)) throw error;
    }
  }
  const order = claim.order
    ? orderOf(
        program,
        claim,
        gathered.flatMap(({ sides }) => sides),
      )
    : null;
  let places = 0;
  let worst: Worst | null = null;
  let finite = true;
  let allZero = true;
  for (const { letters, sides } of gathered) {
    for (const one of sides) {
      const entries = readings(program, one);
      places += entries.length;
      for (const entry of entries) {
        finite &&= Number.isFinite(entry.left) && Number.isFinite(entry.right);
        allZero &&= entry.left === 0 && entry.right === 0;
        if (!worst || entry.distance > worst.distance) {
          worst = { ...entry, letters, relation: one.relation, at: one.at };
        }
      }
    }
  }
  const smooth = program.kinks.every(
    ({ slot, at }) => Math.abs(program.tape.value(slot) - at) > KINK,
  );
  return { program, places, worst, order, accepted: finite && smooth, allZero };
}

function orderOf(program: Program, claim: TypedClaim, sides: readonly Sides[]): number {
  const name = claim.order?.constant ?? "";
  const slot = program.blocks.get(name)?.slots[0];
  const span: Span = claim.order?.span ?? claim.chain.span;
  if (slot === undefined) {
    throw new Stop(
      "symbol",
      `${name} does not stand in the equation, so nothing shrinks with it.`,
      span,
    );
  }
  return fittedOrder(program, sides, slot, claim.order?.order ?? 1);
}

/** Whether this run shows the claim false. */
export function refutes(run: Run, claim: TypedClaim, limit: number): boolean {
  if (!run.accepted || run.places === 0) return false;
  if (claim.order) return (run.order ?? 0) < claim.order.order - ORDER_SLACK;
  return (run.worst?.distance ?? 0) > limit;
}
