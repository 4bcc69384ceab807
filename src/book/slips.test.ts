import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Judge, judgeWithHints, type Verdict } from "../engine/index.ts";
import { loadModel } from "./models.ts";

interface Slip {
  readonly tex: string;
  readonly verdict: Verdict;
  readonly hint?: string;
}

const FILE = resolve(import.meta.dirname, "../../content/corpus/slips.yaml");
const slips = parse(readFileSync(FILE, "utf8")) as Slip[];
const judge = new Judge(loadModel("feedforward"));

describe("a slip at one place", () => {
  it.each(slips)("gets the hint that mends it: $tex", ({ tex, verdict, hint }) => {
    const judgement = judgeWithHints(judge, tex);
    expect(judgement.verdict).toBe(verdict);
    expect(judgement.hint).toBe(hint);
  });

  it("gets none where only a thing that equals itself would hold", () => {
    expect(judgeWithHints(judge, "a_i^{(k)} = a_i^{(k+1)}").hint).toBeUndefined();
  });

  it("gets none for what holds", () => {
    expect(judgeWithHints(judge, "a^{(k)} = g(z^{(k)})").hint).toBeUndefined();
  });
});
