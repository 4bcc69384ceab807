import { loadModel } from "../book/models.ts";
import { Budget } from "../language/index.ts";
import { GROWING, HOSTILE } from "./fixtures/hostile-inputs.ts";
import { Judge, judgeWithHints } from "./index.ts";

/* What the worst inputs cost, in steps and in milliseconds. Figures only: nothing here can fail. */

const judge = new Judge(loadModel("feedforward"));
judge.judge("E = 2 E");

for (const [name, tex] of [
  ...HOSTILE,
  ...GROWING.map(([name, grown]) => [`${name}, four times`, grown(4)] as const),
]) {
  const budget = new Budget();
  const start = performance.now();
  const { verdict } = judgeWithHints(judge, tex, { budget });
  const milliseconds = (performance.now() - start).toFixed(1);
  const steps = `${budget.spent} steps`.padStart(15);
  console.log(`${name.padEnd(42)} ${steps} ${milliseconds.padStart(8)} ms  ${verdict}`);
}
