import { codeLength, encode } from "./evaluate.ts";
import { orderOf } from "./order.ts";
import type { Memory } from "./primitive.ts";
import { isVariadic, primitives, trailingOf } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

/** Computes what stands in the code between two places; what is arranged in a way of its own needs no code. */
type Step = (memory: Memory, code: Int32Array, from: number, to: number) => void;

/** A set of slots with all that is needed to compute them again and again. It serves while the tape does not grow. */
export class Schedule {
  readonly #count: number;
  readonly #steps: Step[] = [];
  readonly #ends: number[] = [];
  readonly #code: Int32Array;

  /** From slots in ascending order, with no leaf among them. */
  constructor(storage: Storage, slots: Int32Array) {
    this.#count = slots.length;
    let length = 0;
    for (const slot of slots) length += codeLength(storage, slot);
    this.#code = new Int32Array(length);
    const order = orderOf(storage, slots);
    let [at, begin] = [0, 0];
    for (const end of order.ends) {
      const kind = storage.kinds[order.slots[at]!]!;
      let to = begin;
      for (; at < end; at += 1) to = this.#encode(storage, order.slots[at]!, to, order.originOf);
      begin = this.#addRun(kind, begin, to);
    }
  }

  /** Computes all slots. Returns how many. */
  run(memory: Memory): number {
    let from = 0;
    for (let step = 0; step < this.#steps.length; step += 1) {
      const to = this.#ends[step]!;
      this.#steps[step]!(memory, this.#code, from, to);
      from = to;
    }
    return this.#count;
  }

  #encode(storage: Storage, slot: number, place: number, originOf: (of: number) => number): number {
    const kind = storage.kinds[slot]!;
    const end = encode(storage, slot, this.#code, place);
    const last = end - trailingOf[kind]!;
    for (let at = place + 1 + isVariadic[kind]!; at < last; at += 1)
      this.#code[at] = originOf(this.#code[at]!);
    return end;
  }

  /** Adds a run by its code. Returns where the code ends that is still needed. */
  #addRun(kind: number, from: number, to: number): number {
    const { evaluate, arrange } = primitives[kind]!;
    const arranged = arrange?.(this.#code.subarray(from, to));
    if (arranged) this.#add(arranged.run, from);
    if (arranged) this.#code.set(arranged.rest, from);
    const end = arranged ? from + arranged.rest.length : to;
    if (end > from) this.#add(evaluate, end);
    return end;
  }

  #add(step: Step, end: number): void {
    this.#steps.push(step);
    this.#ends.push(end);
  }
}
