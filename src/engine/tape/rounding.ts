import type { DualSweep, Slot } from "./primitive.ts";
import { leafKinds, primitives } from "./primitives/index.ts";
import type { Tape } from "./tape.ts";

/** Half a unit in the last place, relative: the error of one rounded operation. */
const UNIT = 2 ** -53;
/** A library function may be off by a few units more than one rounding. */
const OWN = 4;

/**
 * Bounds for the rounding errors of a tape, one a slot, to first order: each operation passes on the
 * errors of its operands by its slopes and adds its own rounding. A leaf is exact. So two values that
 * are equal in exact arithmetic differ by no more than the sum of their bounds.
 *
 * The tape may grow; when its earlier values change, the bounds must be forgotten.
 */
export class Rounding {
  readonly #tape: Tape;
  #bounds = new Float64Array(0);
  #known = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** The bound of one slot, in the unit of its value. */
  of(slot: Slot): number {
    if (slot >= this.#known) this.#extend();
    return this.#bounds[slot] as number;
  }

  /** To be called when values of the tape have changed. */
  forget(): void {
    this.#known = 0;
  }

  #extend(): void {
    const { length } = this.#tape;
    if (length > this.#bounds.length) {
      const grown = new Float64Array(2 * length);
      grown.set(this.#bounds);
      this.#bounds = grown;
    }
    const { kinds, values, offsets, operands, functions } = this.#tape.storage;
    const sweep: DualSweep = {
      values,
      offsets,
      operands,
      functions,
      tangents: new Float64Array(length),
    };
    for (let slot = this.#known; slot < length; slot += 1) {
      const kind = kinds[slot] as number;
      if (kind >= leafKinds) this.#bounds[slot] = this.#boundOf(sweep, slot, kind);
    }
    this.#known = length;
  }

  #boundOf(sweep: DualSweep, slot: Slot, kind: number): number {
    const primitive = primitives[kind];
    const begin = sweep.offsets[slot] as number;
    const end = sweep.offsets[slot + 1] as number;
    if (primitive?.name === "sum") return this.#boundOfSum(sweep, begin, end);
    if (primitive?.name === "dot") return this.#boundOfDot(sweep, begin, end);
    const own = primitive?.name === "copy" || primitive?.name === "negate" ? 0 : OWN;
    let bound = own * UNIT * Math.abs(sweep.values[slot] as number);
    const last = end - (primitive?.trailing ?? 0);
    for (let place = begin; place < last; place += 1) {
      const operand = sweep.operands[place] as number;
      const error = this.#bounds[operand] as number;
      if (error === 0) continue;
      // The dual-number rule with one operand moving is the slope by that operand.
      sweep.tangents[operand] = 1;
      bound += Math.abs(primitive?.tangent(sweep, begin, end) ?? 0) * error;
      sweep.tangents[operand] = 0;
    }
    return bound;
  }

  #boundOfSum({ values, operands }: DualSweep, begin: number, end: number): number {
    let errors = 0;
    let sizes = 0;
    for (let place = begin; place < end; place += 1) {
      const operand = operands[place] as number;
      errors += this.#bounds[operand] as number;
      sizes += Math.abs(values[operand] as number);
    }
    return errors + (end - begin) * UNIT * sizes;
  }

  #boundOfDot({ values, operands }: DualSweep, begin: number, end: number): number {
    const count = (end - begin) / 2;
    let errors = 0;
    let sizes = 0;
    for (let place = begin; place < begin + count; place += 1) {
      const left = operands[place] as number;
      const right = operands[place + count] as number;
      const [one, other] = [Math.abs(values[left] as number), Math.abs(values[right] as number)];
      errors += one * (this.#bounds[right] as number) + other * (this.#bounds[left] as number);
      sizes += one * other;
    }
    return errors + (count + 1) * UNIT * sizes;
  }
}
