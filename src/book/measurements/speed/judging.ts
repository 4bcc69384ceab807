import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

/** Which equations a thread judges, and how many times over. */
export interface Share {
  readonly part: number;
  readonly parts: number;
  readonly copies: number;
}

/** How far the equations of the book have been judged, each on twenty networks, so many times over. */
export interface Progress {
  readonly copies: number;
  readonly equations: number;
  /** Seconds since it began. */
  readonly seconds: number;
  /** Seconds of the processor, of all threads together. */
  readonly work: number;
}

/** Threads: the goal is stated for two. */
export const THREADS = Math.min(2, availableParallelism());

/** Judges the book so many times over and says what had been done after each time. */
export async function judging(copies: number): Promise<Progress[]> {
  const shares = await Promise.all(
    Array.from({ length: THREADS }, (_, part) => judged({ part, parts: THREADS, copies })),
  );
  return Array.from({ length: copies }, (_, at) => {
    const after = shares.map((share) => share[at]!);
    const sum = (key: "equations" | "work"): number =>
      after.reduce((all, one) => all + one[key], 0);
    const seconds = Math.max(...after.map((one) => one.seconds));
    return { copies: at + 1, equations: sum("equations"), seconds, work: sum("work") };
  });
}

const judged = (share: Share): Promise<Progress[]> =>
  new Promise((done, fail) => {
    const file = resolve(import.meta.dirname, "judge-share.ts");
    const worker = new Worker(file, { workerData: share });
    const told: Progress[] = [];
    worker.on("message", (progress: Progress) => told.push(progress));
    worker.on("error", fail);
    worker.on("exit", () => done(told));
  });
