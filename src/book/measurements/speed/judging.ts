import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

/** Which equations a thread judges, and how many times over. */
export interface Share {
  readonly part: number;
  readonly parts: number;
  readonly copies: number;
}

/** What a thread did, and the seconds of the processor that it had. */
export interface Done {
  readonly equations: number;
  readonly seconds: number;
}

/** All equations of the book, so many times over. */
export interface Judging {
  readonly copies: number;
  readonly equations: number;
  /** From the start of the threads to the end of the last. */
  readonly seconds: number;
  /** Seconds of the processor, of all threads together. */
  readonly work: number;
}

/** Threads: the goal is stated for two. */
export const THREADS = Math.min(2, availableParallelism());

/** Judges the book so many times over, each equation on twenty networks each time. */
export async function judging(copies: number): Promise<Judging> {
  const begin = performance.now();
  const done = await Promise.all(
    Array.from({ length: THREADS }, (_, part) => judged({ part, parts: THREADS, copies })),
  );
  const seconds = (performance.now() - begin) / 1000;
  const sum = (key: keyof Done): number => done.reduce((all, one) => all + one[key], 0);
  return { copies, equations: sum("equations"), seconds, work: sum("seconds") };
}

const judged = (share: Share): Promise<Done> =>
  new Promise((done, fail) => {
    const file = resolve(import.meta.dirname, "judge-share.ts");
    const worker = new Worker(file, { workerData: share });
    worker.on("message", done);
    worker.on("error", fail);
  });
