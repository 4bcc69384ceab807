import { Schedule } from "./schedule.ts";
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
  readonly #written: number[] = [];
  #schedule: Schedule | undefined;
  #isSource = new Uint8Array(0); // one a slot
  #sourceCount = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Notes that an input has a new value. */
  note(slot: number): void {
    if (this.#written.at(-1) !== slot) this.#written.push(slot);
  }

  /** Computes what the noted inputs change. Returns how many operations that were. */
  run(): number {
    if (this.#written.length === 0) return 0;
    if (!this.#schedule || !this.#fits()) this.#schedule = this.#scheduleAnew();
    this.#written.length = 0;
    return this.#schedule.run(this.#storage);
  }

  #fits(): boolean {
    const written = this.#written;
    if (this.#isSource.length !== this.#storage.length) return false;
    if (this.#sourceCount > 2 * written.length) return false;
    for (let place = 0; place < written.length; place += 1)
      if (this.#isSource[written[place]!] === 0) return false;
    return true;
  }

  #scheduleAnew(): Schedule {
    const sources = new Set(this.#written);
    this.#sourceCount = sources.size;
    this.#isSource = new Uint8Array(this.#storage.length);
    for (const source of sources) this.#isSource[source] = 1;
    return new Schedule(this.#storage, downstream(this.#storage, this.#isSource));
  }
}

/** All slots that are computed from one of the sources, in ascending order. */
const downstream = (storage: Storage, isSource: Uint8Array): Int32Array => {
  const { kinds, offsets, operands, length } = storage;
  const marks = isSource.slice();
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
