import type { Block, Span, SymbolNode, TypedClaim } from "../../language/index.ts";
import { printSymbol } from "../../language/index.ts";
import { compile } from "../compile/compile.ts";
import type { Letters, Program } from "../compile/program.ts";
import { Stop } from "../compile/refusal.ts";
import { updateOf } from "../compile/updates.ts";
import { Intervention } from "../tape/index.ts";

/** At most this apart, relative to the larger of the two numbers: the claim holds. */
export const HOLDS = 1e-9;
/** More than this apart: it fails. Between the two nothing can be said. */
export const FAILS = 1e-6;
/** Half a unit in the last place, relative. */
const UNIT = 2 ** -53;
/** How often the first-order bound a difference may be and still be called rounding. */
const ROUNDING = 4;

/** Rounding beyond this, beside numbers of the order of 1, hides mistakes. */
const BLUR = 1e-7;

/** Both sides of one relation at one place. */
export interface Sides {
  readonly relation: string;
  /** Index of the left side in the chain. */
  readonly at: number;
  readonly left: Block;
  readonly right: Block;
}

/** Compiles every side of a claim at one place; `\leftarrow` stands for the model's own update. */
export function compileSides(program: Program, claim: TypedClaim, letters: Letters): Sides[] {
  const { relations } = claim.chain;
  const blocks = claim.sides.map((side, at) => {
    if (side.kind === "space") return null;
    const isUpdated = relations[at] === "\\leftarrow" && side.kind === "symbol";
    return isUpdated ? updatedSide(program, side, letters) : compile(program, side, letters);
  });
  return relations.flatMap((relation, at) => {
    const left = blocks[at];
    const right = blocks[at + 1];
    return left && right ? [{ relation, at, left, right }] : [];
  });
}

/** What the model says a parameter, or an entry of it, becomes. */
function updatedSide(program: Program, target: SymbolNode, letters: Letters): Block {
  const labels = target.labels.map((label) => (label ? program.number(label, letters) : 0));
  const whole = updateOf(program, target.name, labels);
  if (!whole) {
    const message = `The model says nothing of how ${printSymbol(target)} is updated.`;
    throw new Stop("symbol", message, target.span);
  }
  if (target.indices.length === 0) return whole;
  const [row = 1, column = 1] = target.indices.map((index) => program.number(index, letters));
  const slot = whole.slots[(row - 1) * whole.columns + column - 1] as number;
  return { rows: 1, columns: 1, slots: [slot] };
}

/** One scalar comparison. */
export interface Reading {
  readonly left: number;
  readonly right: number;
  /** Relative to the larger number; where only rounding is left, relative to what was rounded. */
  readonly distance: number;
  /** Rounding alone is as large as a mistake would be: agreement says nothing. */
  readonly isBlurred: boolean;
  /** Both numbers are 0, or no larger than what was rounded on the way to them. */
  readonly isVoid: boolean;
  /** Row and column of the entry, from 1. */
  readonly entry: readonly [number, number];
}

/** Every entry of both sides; the literal 0 stands for a zero of any shape. */
export function readings(program: Program, { left, right, relation }: Sides): Reading[] {
  const like = left.slots.length >= right.slots.length ? left : right;
  return like.slots.map((_, at) => {
    const [one, other] = [entryOf(left, at), entryOf(right, at)];
    const values = [program.tape.value(one), program.tape.value(other)] as const;
    const bound = program.rounding.of(one) + program.rounding.of(other);
    const size = Math.max(...values.map(Math.abs));
    const close = Math.max(ROUNDING * bound, HOLDS * size);
    // So close together that rounding alone may have put them in this order.
    const isTie = isStrict(relation) && one !== other && Math.abs(values[0] - values[1]) <= close;
    const gap = isTie ? 0 : gapOf(relation, ...values);
    // Where the sides cancel, what is left is measured against what was rounded.
    const isCancelled = gap > HOLDS * size && gap <= ROUNDING * bound;
    const scale = isCancelled ? bound / UNIT : size;
    return {
      ...{ left: values[0], right: values[1] },
      distance: gap === 0 ? 0 : gap / (scale || gap),
      isBlurred: isTie || bound > BLUR * Math.max(1, size),
      isVoid: size <= ROUNDING * bound,
      entry: [Math.floor(at / like.columns) + 1, (at % like.columns) + 1],
    };
  });
}

const entryOf = (block: Block, at: number): number =>
  block.slots[block.slots.length === 1 ? 0 : at] as number;

const isStrict = (relation: string): boolean => relation === "<" || relation === ">";

/** For ≤ only what lies on the wrong side counts; for < two equal numbers are as wrong as they are large. */
function gapOf(relation: string, left: number, right: number): number {
  if (relation === "\\le") return Math.max(0, left - right);
  if (relation === "\\ge") return Math.max(0, right - left);
  if (relation === ">") return gapOf("<", right, left);
  if (relation === "<") {
    return left < right ? 0 : Math.max(left - right, Math.abs(left), Number.MIN_VALUE);
  }
  return Math.abs(left - right);
}

/**
 * Steps at which an order is fitted: 2⁻⁵ … 2⁻¹⁰. Where a network is steep, the order shows only at
 * smaller steps, so further windows are tried until rounding is reached.
 */
const WINDOWS = [5, 8, 11, 14, 17, 20, 23].map((first) =>
  [0, 1, 2, 3, 4, 5].map((at) => 2 ** -(first + at)),
);
/** A fitted order may fall this much short. */
export const ORDER_SLACK = 0.15;

/**
 * The order with which the sides approach each other as the constant shrinks: the slope of a straight
 * line through log₂ of the largest difference. Infinite where they agree to rounding.
 */
export function fittedOrder(
  program: Program,
  all: readonly Sides[],
  { slot, wanted, span }: { readonly slot: number; readonly wanted: number; readonly span: Span },
): number {
  const floor = 100 * largestBound(program, all);
  const outputs = all.flatMap(({ left, right }) => [...left.slots, ...right.slots]);
  const shrinking = new Intervention(program.tape, [slot], outputs);
  let best = 0;
  for (const [at, window] of WINDOWS.entries()) {
    program.sweep(span, program.tape.length, 2 * window.length);
    const points = window.flatMap((step) => {
      const gap = largestGap(all, shrinking.at([step]));
      return gap > floor ? [{ x: Math.log2(step), y: Math.log2(gap) }] : [];
    });
    // Too few differences above rounding refute nothing.
    if (points.length < 3) return at === 0 ? Number.POSITIVE_INFINITY : best;
    best = slope(points);
    if (best >= wanted - ORDER_SLACK) return best;
  }
  return best;
}

/** Below this a difference between the sides is rounding. */
const largestBound = (program: Program, all: readonly Sides[]): number =>
  all.reduce(
    (most, { left, right }) =>
      [...left.slots, ...right.slots].reduce(
        (so, slot) => Math.max(so, program.rounding.of(slot)),
        most,
      ),
    0,
  );

/** The largest difference between both sides; `values` has the entries of each left and right side in turn. */
function largestGap(all: readonly Sides[], values: Float64Array): number {
  let start = 0;
  let gap = 0;
  for (const { left, right } of all) {
    const middle = start + left.slots.length;
    const end = middle + right.slots.length;
    const length = Math.max(left.slots.length, right.slots.length);
    for (let entry = 0; entry < length; entry += 1) {
      const one = values[left.slots.length === 1 ? start : start + entry] as number;
      const other = values[right.slots.length === 1 ? middle : middle + entry] as number;
      gap = Math.max(gap, Math.abs(one - other));
    }
    start = end;
  }
  return gap;
}

function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const rise = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const run = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return rise / run;
}
