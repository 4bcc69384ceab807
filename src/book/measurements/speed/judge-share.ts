/** A thread of its own that judges its share of the book, so many times over. */
import { parentPort, workerData } from "node:worker_threads";
import { Judge } from "../../../engine/index.ts";
import { readBook } from "../../corpus.ts";
import { loadModel } from "../../models.ts";
import type { Done, Share } from "./judging.ts";

const { part, parts, copies } = workerData as Share;
const judges = new Map<string, Judge>();
const rows = readBook().filter(({ verdict }) => verdict !== "display only");
let count = 0;
for (let copy = 1; copy <= copies; copy += 1)
  for (const { tex, model } of rows.filter((_, at) => at % parts === part)) {
    const judge = judges.get(model) ?? new Judge(loadModel(model));
    judges.set(model, judge);
    // Each copy has networks of its own, so that nothing of an earlier one is of any use to it.
    judge.judge(tex, { seed: String(copy) });
    count += 1;
  }
const { user, system } = process.threadCpuUsage();
const done: Done = { equations: count, seconds: (user + system) / 1e6 };
parentPort?.postMessage(done);
