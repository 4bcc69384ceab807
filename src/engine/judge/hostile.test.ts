import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import type { Diagnostic } from "../../language/index.ts";
import { HOSTILE } from "../fixtures/hostile-inputs.ts";
import { Judge, type Judgement } from "../index.ts";

const VERDICTS = ["holds", "fails", "cannot tell", "not understood", "value"];
const inside = (tex: string, diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics
    .flatMap(({ span, related = [] }) => [span, ...related])
    .every(({ start, end }) => 0 <= start && start <= end && end <= tex.length);

const judges = new Map<string, Judge>();
function judgeOf(name: string): Judge {
  const judge = judges.get(name) ?? new Judge(loadModel(name));
  judges.set(name, judge);
  return judge;
}

function judged(tex: string, name = "feedforward"): Judgement {
  const judgement = judgeOf(name).judge(tex);
  expect(VERDICTS).toContain(judgement.verdict);
  expect(inside(tex, judgement.diagnostics)).toBe(true);
  if (judgement.verdict === "not understood") expect(judgement.message).not.toBe("");
  return judgement;
}

describe("hostile input", () => {
  it.each(HOSTILE)("ends in an error within the budget of steps: %s", (_name, tex, code) => {
    const { verdict, code: found } = judged(tex);
    expect({ verdict, code: found }).toEqual({ verdict: "not understood", code });
  });

  it("does not keep the next equation from being judged", () => {
    expect(judged("a^{(k)} = g(z^{(k)})").verdict).toBe("holds");
    expect(judged("a^{(k)} = z^{(k)}").verdict).toBe("fails");
  });
});
