import type { Memory } from "./primitive.ts";
import { primitives, trailingOf } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

const evaluators = primitives.map((primitive) => primitive.evaluate);
const single = new Int32Array(1);

/** Computes the value of one slot that is no leaf. */
export const evaluateSlot = (memory: Memory, kind: number, slot: number): void => {
  single[0] = slot;
  evaluators[kind]!(memory, single, 0, 1);
};

/**
 * The order in which a set of slots is computed. Slots that do not wait for each other and are of
 * one kind stand together, so that one call computes them all.
 */
export class Schedule {
  readonly #slots: Int32Array;
  readonly #kinds: number[] = []; // of the runs: run n is #slots[#starts[n]] to #slots[#starts[n + 1] - 1]
  readonly #starts: number[] = [];

  /** From slots in ascending order, with no leaf among them. */
  constructor(storage: Storage, slots: Int32Array) {
    const { kinds, offsets, operands } = storage;
    const levels = new Int32Array(slots.length === 0 ? 0 : slots.at(-1)! + 1);
    let highest = 0;
    for (const slot of slots) {
      let level = 0;
      const end = offsets[slot + 1]! - trailingOf[kinds[slot]!]!;
      for (let place = offsets[slot]!; place < end; place += 1)
        level = Math.max(level, levels[operands[place]!]!);
      levels[slot] = level + 1;
      highest = Math.max(highest, level + 1);
    }
    const byKind = sorted(slots, primitives.length, (slot) => kinds[slot]!);
    this.#slots = sorted(byKind, highest + 1, (slot) => levels[slot]!);
    this.#slots.forEach((slot, place) => {
      const before = this.#slots[place - 1] ?? slot;
      if (place > 0 && kinds[slot] === kinds[before] && levels[slot] === levels[before]) return;
      this.#kinds.push(kinds[slot]!);
      this.#starts.push(place);
    });
    this.#starts.push(slots.length);
  }

  /** Computes all slots. Returns how many. */
  run(memory: Memory): number {
    for (let run = 0; run < this.#kinds.length; run += 1) {
      const evaluate = evaluators[this.#kinds[run]!]!;
      evaluate(memory, this.#slots, this.#starts[run]!, this.#starts[run + 1]!);
    }
    return this.#slots.length;
  }
}

/** A stable counting sort by a key from 0 to `keys` - 1. */
const sorted = (slots: Int32Array, keys: number, keyOf: (slot: number) => number): Int32Array => {
  const starts = new Int32Array(keys + 1);
  for (const slot of slots) starts[keyOf(slot) + 1]! += 1;
  for (let key = 0; key < keys; key += 1) starts[key + 1]! += starts[key]!;
  const result = new Int32Array(slots.length);
  for (const slot of slots) {
    const key = keyOf(slot);
    result[starts[key]!] = slot;
    starts[key]! += 1;
  }
  return result;
};
