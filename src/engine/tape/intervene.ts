import { Schedule } from "./schedule.ts";
import type { Slot } from "./primitive.ts";
import { affected } from "./reach.ts";
import { sidesOf } from "./sides.ts";
import type { Tape } from "./tape.ts";

/**
 * Sets some slots, leaves or interior ones, keeps everything upstream, computes anew all that lies
 * downstream, and reads the outputs. What is to be computed is found once, so that many values can
 * be tried quickly. It belongs to the tape as it is now: outputs emitted later need a new one.
 */
export class Intervention {
  readonly #tape: Tape;
  readonly #sources: readonly Slot[];
  readonly #outputs: readonly Slot[];
  readonly #affected: Int32Array;
  readonly #kept: Float64Array;
  readonly #schedule: Schedule;

  constructor(tape: Tape, sources: readonly Slot[], outputs: readonly Slot[]) {
    this.#tape = tape;
    this.#sources = sources;
    this.#outputs = outputs;
    this.#affected = affected(tape, new Set(sources), outputs);
    this.#schedule = new Schedule(tape.storage, this.#affected);
    this.#kept = new Float64Array(this.#affected.length);
  }

  /** The outputs when the sources have these values, in the order of the constructor. The tape is left as it was. */
  at(values: readonly number[]): Float64Array {
    return this.#during(values, () => {
      const now = this.#tape.values;
      return Float64Array.from(this.#outputs, (output) => now[output]!);
    });
  }

  /** On which side of each kink the recomputed operations are; two equal strings mean that no kink lies between. */
  sidesAt(values: readonly number[]): string {
    return this.#during(values, () => sidesOf(this.#tape, this.#affected));
  }

  #during<Result>(values: readonly number[], read: () => Result): Result {
    const { storage } = this.#tape;
    const now = storage.values;
    const before = this.#sources.map((source) => now[source]!);
    for (let place = 0; place < this.#affected.length; place += 1)
      this.#kept[place] = now[this.#affected[place]!]!;
    try {
      this.#sources.forEach((source, place) => (now[source] = values[place]!));
      this.#schedule.run(storage);
      return read();
    } finally {
      for (let place = 0; place < this.#affected.length; place += 1)
        now[this.#affected[place]!] = this.#kept[place]!;
      this.#sources.forEach((source, place) => (now[source] = before[place]!));
    }
  }
}

/** The outputs after the slots are set to the values and all downstream of them is computed anew; the tape stays as it is. */
export const perturbed = (
  tape: Tape,
  overrides: ReadonlyMap<Slot, number>,
  outputs: readonly Slot[],
): Float64Array =>
  new Intervention(tape, [...overrides.keys()], outputs).at([...overrides.values()]);
