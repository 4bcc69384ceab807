import { Schedule } from "./evaluate.ts";
import { trailingOf } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

/**
 * Brings a tape up to date after writes. What must be computed is found for a set of inputs once
 * and kept: while a reader drags one weight, or a training loop writes them all, every run only
 * computes. The kept schedule serves as long as it covers what was written, is not much too large,
 * and the tape has not grown.
 */
export class Rerun {
  readonly #storage: Storage;
  #written: number[] = [];
  #schedule: Schedule | undefined;
  #sources: ReadonlySet<number> = new Set();
  #length = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Notes that an input has a new value. */
  note(slot: number): void {
    if (this.#written.at(-1) !== slot) this.#written.push(slot);
  }

  /** Computes what the noted inputs change. Returns how many operations that were. */
  run(): number {
    const written = this.#written;
    if (written.length === 0) return 0;
    if (!this.#schedule || !this.#fits(written)) {
      this.#sources = new Set(written);
      this.#length = this.#storage.length;
      this.#schedule = new Schedule(this.#storage, downstream(this.#storage, this.#sources));
    }
    this.#written = [];
    return this.#schedule.run(this.#storage);
  }

  #fits(written: readonly number[]): boolean {
    return (
      this.#length === this.#storage.length &&
      this.#sources.size <= 2 * written.length &&
      written.every((slot) => this.#sources.has(slot))
    );
  }
}

/** All slots that are computed from one of the sources, in ascending order. */
const downstream = (storage: Storage, sources: ReadonlySet<number>): Int32Array => {
  const { kinds, offsets, operands, length } = storage;
  const marks = new Uint8Array(length);
  for (const source of sources) marks[source] = 1;
  const found: number[] = [];
  for (let slot = 0; slot < length; slot += 1) {
    const end = offsets[slot + 1]! - trailingOf[kinds[slot]!]!;
    for (let place = offsets[slot]!; place < end; place += 1) {
      if (marks[operands[place]!] === 0) continue;
      marks[slot] = 1;
      found.push(slot);
      break;
    }
  }
  return Int32Array.from(found);
};
