import type { AppliedFunction, Memory } from "./primitive.ts";

const grown = (length: number, needed: number): number => Math.max(needed, 2 * length);

/**
 * The flat memory of a tape. Slot s has its kind in `kinds[s]`, its value in `values[s]` and its
 * operands in `operands[offsets[s]]` to `operands[offsets[s + 1] - 1]`. The arrays are replaced by
 * longer ones as the tape grows: read them anew after emitting.
 */
export class Storage implements Memory {
  length = 0;
  kinds = new Uint8Array(256);
  values = new Float64Array(256);
  offsets = new Int32Array(257);
  operands = new Int32Array(1024);
  /** The functions that slots of kind `apply` refer to. */
  readonly functions: AppliedFunction[] = [];

  /** Appends a slot and returns its number; its value is still to be set. */
  append(kind: number, operands: readonly number[]): number {
    const slot = this.length;
    const begin = this.offsets[slot]!;
    const end = begin + operands.length;
    if (slot + 1 >= this.kinds.length) this.#growSlots(slot + 2);
    if (end > this.operands.length) {
      const longer = new Int32Array(grown(this.operands.length, end));
      longer.set(this.operands);
      this.operands = longer;
    }
    for (let place = 0; place < operands.length; place += 1)
      this.operands[begin + place] = operands[place]!;
    this.kinds[slot] = kind;
    this.offsets[slot + 1] = end;
    this.length = slot + 1;
    return slot;
  }

  #growSlots(needed: number): void {
    const capacity = grown(this.kinds.length, needed);
    const kinds = new Uint8Array(capacity);
    const values = new Float64Array(capacity);
    const offsets = new Int32Array(capacity + 1);
    kinds.set(this.kinds);
    values.set(this.values);
    offsets.set(this.offsets);
    this.kinds = kinds;
    this.values = values;
    this.offsets = offsets;
  }
}
