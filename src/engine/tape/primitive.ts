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

/** What a computation reads and writes: one value a slot. */
export interface Memory {
  readonly values: Float64Array;
  readonly functions: readonly AppliedFunction[];
}

/** A way of its own to compute some operations, and the code of those for which there is none. */
export interface Arrangement {
  readonly run: (memory: Memory) => void;
  readonly rest: Int32Array;
}

/** What the dual-number rules read: the operations as the storage has them, and one tangent a slot. */
export interface DualSweep extends Memory {
  readonly offsets: Int32Array;
  readonly operands: Int32Array;
  readonly tangents: Float64Array;
}

/**
 * One operation of the tape: how it is computed and its two derivative rules. The operands of a
 * slot lie in `operands[begin]` to `operands[end - 1]`, and each is the number of an earlier slot.
 *
 * Each primitive has its own loop over many operations, and all that the loop needs lies before it in a
 * row, the code: nothing is looked up. That is several times quicker than a call an operation.
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
  /** True if the number of operands differs from slot to slot. */
  readonly variadic?: boolean;
  /**
   * Computes operations of this kind, none an operand of another; they stand in `code[from]` to
   * `code[to - 1]`. Each is its slot, the number of its operands if that differs, and the operands.
   */
  evaluate(memory: Memory, code: Int32Array, from: number, to: number): void;
  /** Another way to compute many operations at once, with exactly the same results; nothing if it is no better. */
  arrange?(code: Int32Array): Arrangement | undefined;
  /** Reverse mode: emits the partial derivative of `slot` by its operand at `position`. */
  local(tape: Tape, slot: Slot, position: number): Slot;
  /** Forward mode: the tangent of a slot from the values and tangents of its operands. */
  tangent(sweep: DualSweep, begin: number, end: number): number;
}
