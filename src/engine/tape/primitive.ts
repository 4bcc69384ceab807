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

/** What the dual-number rules read. `tangents` has one entry a slot, like `values`. */
export interface DualSweep {
  readonly values: Float64Array;
  readonly tangents: Float64Array;
  readonly operands: Int32Array;
  readonly functions: readonly AppliedFunction[];
}

/**
 * One operation of the tape: how it is computed and its two derivative rules. The operands of a
 * slot lie in `operands[begin]` to `operands[end - 1]`, and each is the number of an earlier slot.
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
  evaluate(
    values: Float64Array,
    operands: Int32Array,
    begin: number,
    end: number,
    functions: readonly AppliedFunction[],
  ): number;
  /** Reverse mode: emits the partial derivative of `slot` by its operand at `position`. */
  local(tape: Tape, slot: Slot, position: number): Slot;
  /** Forward mode: the tangent of a slot from the values and tangents of its operands. */
  tangent(sweep: DualSweep, begin: number, end: number): number;
}
