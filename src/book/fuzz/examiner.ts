import { fork, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import type { Batch, BatchResult } from "./batch.ts";

const BATCH_PROCESS = resolve(import.meta.dirname, "batch.ts");

/** A process that examines batches, one at a time; one that dies or hangs is replaced by another. */
export class Examiner {
  readonly #patience: number;
  #child: ChildProcess | undefined;

  /** `patience` in milliseconds: a batch that takes longer hangs. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** What became of a batch; undefined where the process died over it, or hung and was ended. */
  ask(batch: Batch): Promise<BatchResult | undefined> {
    const child = (this.#child ??= fork(BATCH_PROCESS));
    return new Promise((done) => {
      const settle = (result?: BatchResult): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (!result) this.close();
        done(result);
      };
      const timer = setTimeout(settle, this.#patience);
      child.on("message", (result) => settle(result as BatchResult));
      child.on("close", () => settle());
      child.send(batch);
    });
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }
}
