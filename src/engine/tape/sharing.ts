import type { Storage } from "./storage.ts";

const fingerprint = (kind: number, operands: readonly number[]): number => {
  let hash = kind + 1;
  for (let place = 0; place < operands.length; place += 1) {
    hash = Math.imul(hash ^ operands[place]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
};

/**
 * Finds the slot that already computes the same thing, so that equal expressions are one slot.
 * A hash table with open addressing over slot numbers; the keys are the operands on the tape.
 */
export class SharedSlots {
  #count = 0;
  #table = new Int32Array(512); // slot + 1, or 0 for a free place
  #hashes = new Int32Array(512);

  /** The slot of that kind with exactly these operands, or -1. */
  find(storage: Storage, kind: number, operands: readonly number[]): number {
    const hash = fingerprint(kind, operands);
    const mask = this.#table.length - 1;
    for (let place = hash & mask; this.#table[place] !== 0; place = (place + 1) & mask) {
      const slot = this.#table[place]! - 1;
      if (this.#hashes[place] === hash && matches(storage, slot, kind, operands)) return slot;
    }
    return -1;
  }

  /** Remembers a slot that was not found before. */
  add(slot: number, kind: number, operands: readonly number[]): void {
    if (2 * (this.#count + 1) > this.#table.length) this.#grow();
    this.#place(slot + 1, fingerprint(kind, operands));
    this.#count += 1;
  }

  #place(entry: number, hash: number): void {
    const mask = this.#table.length - 1;
    let place = hash & mask;
    while (this.#table[place] !== 0) place = (place + 1) & mask;
    this.#table[place] = entry;
    this.#hashes[place] = hash;
  }

  #grow(): void {
    const table = this.#table;
    const hashes = this.#hashes;
    this.#table = new Int32Array(2 * table.length);
    this.#hashes = new Int32Array(2 * table.length);
    for (let place = 0; place < table.length; place += 1)
      if (table[place] !== 0) this.#place(table[place]!, hashes[place]!);
  }
}

const matches = (
  storage: Storage,
  slot: number,
  kind: number,
  operands: readonly number[],
): boolean => {
  const begin = storage.offsets[slot]!;
  if (storage.kinds[slot] !== kind) return false;
  if (storage.offsets[slot + 1]! - begin !== operands.length) return false;
  for (let place = 0; place < operands.length; place += 1)
    if (storage.operands[begin + place] !== operands[place]) return false;
  return true;
};
