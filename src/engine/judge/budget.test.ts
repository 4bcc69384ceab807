import { Session } from "node:inspector";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBook } from "../../book/corpus.ts";
import { loadModel } from "../../book/models.ts";
import { Budget } from "../../language/index.ts";
import { GROWING, HOSTILE } from "../fixtures/hostile-inputs.ts";
import { Judge, judgeWithHints } from "../index.ts";

const stepsOf = (tex: string): number => {
  const budget = new Budget();
  new Judge(loadModel("feedforward")).judge(tex, { budget });
  return budget.spent;
};

const stepsWithHints = (tex: string): number => {
  const budget = new Budget();
  judgeWithHints(new Judge(loadModel("feedforward")), tex, { budget });
  return budget.spent;
};

/** A hint costs a judgement for each edit that is tried, and so many are tried at most, with the first. */
const JUDGEMENTS = 100;

describe("the steps of an equation", () => {
  it.each(GROWING)("grow no faster than the equation, or reach a limit: %s", (_name, grown) => {
    const [one, two, four] = [1, 2, 4].map((times) => stepsOf(grown(times))) as [
      number,
      number,
      number,
    ];
    expect(one).toBeGreaterThan(20);
    // Twice as long, about twice the work; what is common to all lengths only helps.
    expect(two / one).toBeLessThan(2.5);
    expect(four / two).toBeLessThan(2.5);
  });

  it.each(GROWING)("are not many times more where hints are looked for: %s", (_name, grown) => {
    const tex = grown(2);
    expect(stepsWithHints(tex)).toBeLessThan(JUDGEMENTS * (stepsOf(tex) + tex.length));
  });

  it("would show work that grows faster: pairs of indices (negative control)", () => {
    const pairs = (size: number): string =>
      `\\sum_{i=1}^{${size}} \\sum_{j=1}^{${size}} 1 = ${size * size}`;
    expect(stepsOf(pairs(40)) / stepsOf(pairs(20))).toBeGreaterThan(3);
  });

  it("are few enough for every equation of the book, and a limit for what asks for more", () => {
    const judge = new Judge(loadModel("feedforward"));
    const limit = new Budget().steps;
    for (const { tex, model, verdict } of readBook()) {
      if (model !== "feedforward" || verdict === "display only") continue;
      const budget = new Budget();
      judge.judge(tex, { budget });
      expect(`${tex} ${budget.spent < limit / 4}`).toBe(`${tex} true`);
    }
    const { code } = judge.judge("E = 2 E", { budget: new Budget(5) });
    expect(code).toBe("limit");
  });
});

/** Calls of our own functions that one step, or one character of the source, may stand for. */
const CALLS_PER_STEP = 150;

describe("the steps that are counted", () => {
  const session = new Session();
  const ask = (method: string, params: object = {}): unknown => {
    let answer: unknown;
    session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  beforeAll(() => {
    session.connect();
    ask("Profiler.enable");
    ask("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  });
  afterAll(() => session.disconnect());

  /** Every call of a function of the language or the engine since the last asking: Node counts them, not we. */
  const calls = (): number => {
    const { result } = ask("Profiler.takePreciseCoverage") as {
      result: { url: string; functions: { ranges: { count: number }[] }[] }[];
    };
    return result
      .filter(({ url }) => /\/src\/(language|engine)\//.test(url))
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
      .reduce((sum, count) => sum + count, 0);
  };
  const callsPerStep = (tex: string): number => {
    const judge = new Judge(loadModel("feedforward"));
    const budget = new Budget();
    calls();
    judgeWithHints(judge, tex, { budget });
    return calls() / (budget.spent + tex.length + 100);
  };

  it.each(HOSTILE)("are all the work there is: %s", (_name, tex) => {
    expect(callsPerStep(tex)).toBeLessThan(CALLS_PER_STEP);
  });

  it.each(GROWING)("are all the work there is, four times as long: %s", (_name, grown) => {
    const perStep = callsPerStep(grown(4));
    expect(perStep).toBeGreaterThan(0.5);
    expect(perStep).toBeLessThan(CALLS_PER_STEP);
  });

  it("are told from work that is not counted (negative control)", () => {
    const judge = new Judge(loadModel("feedforward"));
    calls();
    for (let time = 0; time < 50; time += 1) judge.judge("a^{(k)} = g(z^{(k)})");
    expect(calls() / 500).toBeGreaterThan(CALLS_PER_STEP);
  });
});
