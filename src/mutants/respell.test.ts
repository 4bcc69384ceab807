import { describe, expect, it } from "vitest";
import { court } from "../book/claims.ts";
import { respellings as measurement } from "../book/measurements/respellings.ts";
import { check } from "../language/index.ts";
import { respellingsOf } from "./respell.ts";
import type { Spelling } from "./respellings/spelling.ts";
import { surveyRespellings } from "./survey-respellings.ts";

const EQUATION_2 = {
  id: "2",
  model: "feedforward",
  tex: "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})",
};

/** A way of writing that is wrong: matrices do not commute. */
const commuting: Spelling = {
  name: "matrices commuted",
  says: "Factors stand in another order, whatever they are.",
  nodes: (node) =>
    node.kind === "product" ? [{ ...node, factors: node.factors.toReversed() }] : [],
};

describe("writing an equation otherwise", () => {
  it("makes texts that all hold", () => {
    const figures = surveyRespellings([EQUATION_2], court());
    expect(figures.refused).toEqual([]);
    expect(figures.made).toBeGreaterThan(20);
  });

  it("is told where a way of writing does not mean the same", () => {
    const figures = surveyRespellings([EQUATION_2], court(), [commuting]);
    expect(figures.refused).toHaveLength(1);
    expect(measurement.faults(figures).join("\n")).toContain("matrices commuted");
  });

  it("is told where a way of writing changes nothing", () => {
    const idle: Spelling = { name: "idle", says: "Nothing." };
    const faults = measurement.faults(surveyRespellings([EQUATION_2], court(), [idle]));
    expect(faults).toEqual(['The spelling "idle" wrote nothing otherwise.']);
  });

  it("knows the spellings of transposes, brackets and indices", () => {
    const { modelOf } = court();
    const model = modelOf("feedforward");
    const { equation } = check(
      "z_i^{(k+1)} = \\sum_j \\theta_{i,j}^{(k)} a_j^{(k)} + b_i^{(k)}",
      model,
    ).typed;
    const texts = respellingsOf(equation, model).map(({ tex }) => tex);
    expect(texts).toContain(
      "z_{i}^{(k+1)} = \\sum_{j} \\theta_{ij}^{(k)} a_{j}^{(k)} + b_{i}^{(k)}",
    );
    expect(texts).toContain(
      "z_{i}^{(k+1)} = \\sum_{l} \\theta_{i,l}^{(k)} a_{l}^{(k)} + b_{i}^{(k)}",
    );
    expect(texts).toContain(
      "z_{i}^{(k+1)} = b_{i}^{(k)} + \\sum_{j} \\theta_{i,j}^{(k)} a_{j}^{(k)}",
    );
  });
});
