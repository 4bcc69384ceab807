import { describe, expect, it } from "vitest";
import { court, readRules } from "../book/claims.ts";
import { mutants as measurement } from "../book/measurements/mutants.ts";
import type { RuleData } from "./equivalence/rules.ts";
import { surveyMutants, type Claim, type Court } from "./survey.ts";

const honest = court();
const claim = (tex: string, model = "feedforward"): Claim => ({ id: "a", tex, model });
const DELTA = claim("\\delta_i^{(k)} = \\frac{\\partial E}{\\partial z_i^{(k)}}");
const rules = readRules();

/** A judge that calls everything true that it understands. */
const blind: Court = {
  ...honest,
  judgeOf: (name) => ({
    judge: (tex, options) => {
      const judgement = honest.judgeOf(name).judge(tex, options);
      return { ...judgement, verdict: judgement.verdict === "fails" ? "holds" : judgement.verdict };
    },
  }),
};

describe("the survey of mutants", () => {
  it("finds none that survives an honest judge", () => {
    const figures = surveyMutants([DELTA], rules, honest);
    expect(figures.survivors).toEqual([]);
    expect(figures.fates["killed by shape"]).toBeGreaterThan(3);
    expect(figures.fates["killed by numbers"]).toBeGreaterThan(10);
    expect(figures.fates.equivalent).toBeGreaterThan(0);
  });

  it("finds survivors where the judge is blind, and the build stops", () => {
    const figures = surveyMutants([DELTA], rules, blind);
    expect(figures.fates.survived).toBeGreaterThan(10);
    const idle = { because: "a reason for nothing", claims: 0 };
    expect(measurement.faults({ ...figures, leftOut: [idle] }).join("\n")).toContain(idle.because);
    expect(measurement.faults({ ...figures, leftOut: [] }).join("\n")).toContain("holds: ");
  });

  it("finds a survivor where the rule that excuses it is missing", () => {
    const without = rules.filter(({ id }) => id !== "bias-moves-z");
    const [survivor] = surveyMutants([DELTA], without, honest).survivors;
    expect(survivor?.tex).toBe("\\delta_{i}^{(k)} = \\frac{\\partial E}{\\partial b_{i}^{(k-1)}}");
  });

  it("tells of a rule that does not hold, and lets it excuse nothing", () => {
    const false_: RuleData = {
      id: "planted",
      tex: "\\frac{\\partial E}{\\partial z_i^{(k)}} = \\frac{\\partial E}{\\partial a_i^{(k)}}",
      models: ["feedforward"],
      because: "It is not so.",
    };
    const figures = surveyMutants([DELTA], [...rules, false_], blind);
    const told = surveyMutants([DELTA], [...rules, false_], honest);
    expect(told.brokenRules).toHaveLength(1);
    expect(told.brokenRules[0]).toContain("planted");
    expect(measurement.faults({ ...told, leftOut: [] }).join("\n")).toContain("planted");
    // To a blind judge the rule holds too, and it excuses what it should not.
    expect(figures.brokenRules).toEqual([]);
  });

  it("tells of a rule that no mutant needs, and of an edit that makes none", () => {
    const faults = measurement.faults({ ...surveyMutants([DELTA], rules, honest), leftOut: [] });
    expect(faults.join("\n")).toContain("No mutant of difference needs the rule norm-of-a-number.");
    expect(faults.join("\n")).toContain('The edit "held quantity lost" made no mutant.');
  });

  it("tells of mutants of which the judge says nothing", () => {
    const silent: Court = {
      ...honest,
      judgeOf: (name) => ({
        judge: (tex, options) => {
          const judgement = honest.judgeOf(name).judge(tex, options);
          const verdict = judgement.verdict === "fails" ? "cannot tell" : judgement.verdict;
          return { ...judgement, verdict };
        },
      }),
    };
    const figures = surveyMutants([DELTA], rules, silent);
    expect(measurement.faults({ ...figures, leftOut: [] }).join("\n")).toContain("nothing is told");
  });
});
