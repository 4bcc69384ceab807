/** A thread of its own that judges its share of the book over and over, and tells after each time how far it is. */
import { parentPort, workerData } from "node:worker_threads";
import { Judge } from "../../../engine/index.ts";
import { readBook } from "../../corpus.ts";
import { loadModel } from "../../models.ts";
import type { Progress, Share } from "./judging.ts";

const { part, parts, copies } = workerData as Share;
const begin = performance.now();
const judges = new Map<string, Judge>();
const rows = readBook()
  .filter(({ verdict }) => verdict !== "display only")
  .filter((_, at) => at % parts === part);
for (let copy = 1; copy <= copies; copy += 1) {
  for (const { tex, model } of rows) {
    const judge = judges.get(model) ?? new Judge(loadModel(model));
    judges.set(model, judge);
    // Each copy has networks of its own, so that nothing of an earlier one is of any use to it.
    judge.judge(tex, { seed: String(copy) });
  }
  const { user, system } = process.threadCpuUsage();
  const seconds = (performance.now() - begin) / 1000;
  const progress: Progress = {
    ...{ copies: copy, equations: copy * rows.length, seconds },
    work: (user + system) / 1e6,
  };
  parentPort?.postMessage(progress);
}
