import type { Block } from "../../language/index.ts";
import { Program } from "../compile/program.ts";
import type { Rate } from "../compile/program.ts";

/** What was met while something was compiled. */
export interface Recording<Result> {
  readonly result: Result;
  /** All slots that any part of it has. */
  readonly met: readonly number[];
  /** Every first derivative in it. */
  readonly rates: readonly Rate[];
}

/** The program of a page: it can be listened to while an equation is compiled. */
export class LiveProgram extends Program {
  #met: Set<number> | null = null;
  #rates: Rate[] = [];

  /** Compiles something and says which slots and derivatives it met. Recordings do not nest. */
  record<Result>(work: () => Result): Recording<Result> {
    const met = new Set<number>();
    this.#met = met;
    this.#rates = [];
    try {
      const result = work();
      return { result, met: [...met], rates: this.#rates };
    } finally {
      this.#met = null;
    }
  }

  override meet(block: Block): void {
    super.meet(block);
    for (const slot of block.slots) this.#met?.add(slot);
  }

  override noteRate(rate: Rate): void {
    if (this.#met) this.#rates.push(rate);
  }
}
