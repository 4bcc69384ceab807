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
  readonly #moved: Int32Array; // the sources and what is affected
  readonly #kept: Float64Array;
  readonly #schedule: Schedule;

  constructor(tape: Tape, sources: readonly Slot[], outputs: readonly Slot[]) {
    this.#tape = tape;
    this.#sources = sources;
    this.#outputs = outputs;
    this.#affected = affected(tape, new Set(sources), outputs);
    this.#schedule = new Schedule(tape.storage, this.#affected);
    this.#moved = Int32Array.from([...sources, ...this.#affected]);
    this.#kept = new Float64Array(this.#moved.length);
  }

  /** The outputs when the sources have these values, in the order of the constructor. The tape is left as it was. */
  at(values: readonly number[]): Float64Array {
    this.#set(values);
    try {
      this.#schedule.run(this.#tape.storage);
      const now = this.#tape.values;
      const found = new Float64Array(this.#outputs.length);
      for (let place = 0; place < found.length; place += 1)
        found[place] = now[this.#outputs[place]!]!;
      return found;
    } finally {
      this.#restore();
    }
  }

  /** On which side of each kink the recomputed operations are; two equal strings mean that no kink lies between. */
  sidesAt(values: readonly number[]): string {
    this.#set(values);
    try {
      this.#schedule.run(this.#tape.storage);
      return sidesOf(this.#tape, this.#affected);
    } finally {
      this.#restore();
    }
  }

  #set(values: readonly number[]): void {
    const now = this.#tape.values;
    for (let place = 0; place < this.#moved.length; place += 1)
      this.#kept[place] = now[this.#moved[place]!]!;
    for (let place = 0; place < this.#sources.length; place += 1)
      now[this.#sources[place]!] = values[place]!;
  }

  #restore(): void {
    const now = this.#tape.values;
    for (let place = 0; place < this.#moved.length; place += 1)
      now[this.#moved[place]!] = this.#kept[place]!;
  }
}

/** The outputs after the slots are set to the values and all downstream of them is computed anew; the tape stays as it is. */
export const perturbed = (
  tape: Tape,
  overrides: ReadonlyMap<Slot, number>,
  outputs: readonly Slot[],
): Float64Array =>
  new Intervention(tape, [...overrides.keys()], outputs).at([...overrides.values()]);
