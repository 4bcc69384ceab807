import type { Slot } from "./primitive.ts";
import { upstream } from "./reach.ts";
import type { Tape } from "./tape.ts";

/** Visits every place where a slot is used on the way to the output: the using slot and the operand position. */
type Visit = (consumer: Slot, position: number) => void;

/**
 * Who uses what among the slots upstream of one output. It is the tape read backwards: for each
 * slot the operations that it is an operand of. Held slots use nothing, so no path leads through them.
 */
export class Consumers {
  readonly #slots: Int32Array; // upstream of the output, ascending
  readonly #starts: Int32Array; // the uses of #slots[n] are number #starts[n] to #starts[n + 1] - 1
  readonly #using: Int32Array;
  readonly #positions: Int32Array;

  constructor(tape: Tape, output: Slot, held: ReadonlySet<Slot>) {
    const slots = upstream(tape, output, held);
    this.#slots = slots;
    this.#starts = new Int32Array(slots.length + 1);
    const isUsing = (slot: Slot): boolean => !held.has(slot);
    const eachUse = (visit: (operand: number, slot: Slot, position: number) => void): void => {
      for (const slot of slots) {
        if (!isUsing(slot)) continue;
        const count = tape.operandCount(slot);
        for (let position = 0; position < count; position += 1)
          visit(this.#indexOf(tape.operand(slot, position)), slot, position);
      }
    };
    eachUse((operand) => {
      this.#starts[operand + 1]! += 1;
    });
    for (let index = 0; index < slots.length; index += 1)
      this.#starts[index + 1]! += this.#starts[index]!;
    const next = this.#starts.slice();
    this.#using = new Int32Array(next[slots.length]!);
    this.#positions = new Int32Array(next[slots.length]!);
    eachUse((operand, slot, position) => {
      const place = next[operand]!;
      next[operand] = place + 1;
      this.#using[place] = slot;
      this.#positions[place] = position;
    });
  }

  /** Whether the output is computed from the slot. */
  has(slot: Slot): boolean {
    return this.#indexOf(slot) >= 0;
  }

  /** Visits the uses of a slot, those on later slots first. */
  each(slot: Slot, visit: Visit): void {
    const index = this.#indexOf(slot);
    if (index < 0) return;
    for (let place = this.#starts[index + 1]! - 1; place >= this.#starts[index]!; place -= 1)
      visit(this.#using[place]!, this.#positions[place]!);
  }

  #indexOf(slot: Slot): number {
    let low = 0;
    let high = this.#slots.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#slots[middle]!;
      if (found === slot) return middle;
      if (found < slot) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
