import type { SmoothFunction } from "../functions/index.ts";
import type { Tape } from "./tape.ts";

/** The number of a quantity on a tape: its place in the order of computation. */
export type Slot = number;

/** A function of the tape's table at one order of derivative. */
export interface AppliedFunction {
  readonly fn: SmoothFunction;
  readonly order: number;
  readonly evaluate: (x: number) => number;
}

/** What a computation reads and writes: one entry a slot in `values` and `offsets`, as the storage describes. */
export interface Memory {
  readonly values: Float64Array;
  readonly offsets: Int32Array;
  readonly operands: Int32Array;
  readonly functions: readonly AppliedFunction[];
}

/** What the dual-number rules read. `tangents` has one entry a slot, like `values`. */
export interface DualSweep extends Memory {
  readonly tangents: Float64Array;
}

/**
 * One operation of the tape: how it is computed and its two derivative rules. The operands of a
 * slot lie in `operands[begin]` to `operands[end - 1]`, and each is the number of an earlier slot.
 *
 * Each primitive has its own loop over slots: one call then serves many slots, and inside the loop
 * nothing is looked up. That is several times quicker than a call a slot.
 */
export interface Primitive {
  readonly name: string;
  /** A leaf has no operands; its value is set from outside. */
  readonly leaf?: boolean;
  /** True if two slots with the same operands may be one. */
  readonly shared: boolean;
  /** True if both operands may be exchanged without changing a bit of the result. */
  readonly commutative?: boolean;
  /** How many operands at the end are not slots but plain numbers (none, if it is not given). */
  readonly trailing?: number;
  /** An existing slot that has the same value, or nothing. Only rewritings that keep every value. */
  simplify?(tape: Tape, operands: readonly number[]): Slot | undefined;
  /** Computes the slots `slots[from]` to `slots[to - 1]`, all of this kind, none an operand of another. */
  evaluate(memory: Memory, slots: Int32Array, from: number, to: number): void;
  /** Reverse mode: emits the partial derivative of `slot` by its operand at `position`. */
  local(tape: Tape, slot: Slot, position: number): Slot;
  /** Forward mode: the tangent of a slot from the values and tangents of its operands. */
  tangent(sweep: DualSweep, begin: number, end: number): number;
}
