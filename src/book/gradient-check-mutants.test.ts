import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Judge, type Constraints, type Verdict } from "../engine/index.ts";
import { readModel, type Model, type ModelData } from "../language/index.ts";
import { blindNetwork, readBackwardMutants, type Blind } from "./blind-networks.ts";
import { modelWithoutBias } from "./dropped-bias.ts";
import { loadModel } from "./models.ts";

const mutants = readBackwardMutants();

const judges = new Map<string, Judge>();
const judgeOf = (model = "feedforward"): Judge => {
  const judge = judges.get(model) ?? new Judge(loadModel(model));
  judges.set(model, judge);
  return judge;
};

describe.each(mutants)("$mutant", ({ model, wrong, right, seen, blind }) => {
  for (const { tex, verdict = "fails" } of wrong) {
    it(`is refused on the judging networks (${verdict}): ${tex}`, () => {
      const found = judgeOf(model).judge(tex);
      expect(`${found.verdict} ${found.verdict === verdict ? "" : found.message}`).toBe(
        `${verdict} `,
      );
      // A shape error names what is wrong; a false claim shows numbers that differ.
      if (verdict === "fails") {
        const { left, right: other } = found.counterexample!;
        expect(Math.abs(left - other)).toBeGreaterThan(1e-3 * Math.max(Math.abs(left), 1e-300));
      } else expect(["shape", "index"]).toContain(found.code);
    });
  }

  it(`holds in its right form: ${right}`, () => {
    expect(judgeOf(model).judge(right).verdict).toBe("holds");
  });

  it.each(Object.entries(blind) as [Blind, Verdict][])(
    "on the network that hides faults (%s) is told: %s",
    (kind, verdict) => {
      const judge = new Judge(loadModel(model ?? "feedforward"));
      const constraints = blindNetwork(judge.model, kind);
      const found = judge.judge(wrong[0]!.tex, { constraints });
      expect(found.verdict).toBe(verdict);
      // The right form is never called false, even there.
      expect(judge.judge(right, { constraints }).verdict).not.toBe("fails");
      // Where a numeric check was measured to see the mutant, so do we: by numbers or by shape.
      if (seen[kind] === "+" || seen[kind] === "S") {
        expect(["fails", "not understood"]).toContain(found.verdict);
      }
    },
  );
});

describe("the table of mutants", () => {
  it("is long enough, and has mutants that each blind network hides", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(16);
    for (const kind of ["zero", "ones", "relu"] as const) {
      const hidden = mutants.filter(
        ({ blind }) => blind[kind] === "holds" || blind[kind] === "cannot tell",
      );
      expect(hidden.length).toBeGreaterThan(0);
    }
  });
});

const feedforward = (): ModelData =>
  parse(
    readFileSync(resolve(import.meta.dirname, "../../content/models/feedforward.yaml"), "utf8"),
  ) as ModelData;

function modelFrom(data: ModelData): Model {
  const { model, problems } = readModel("mutant", data);
  expect(problems).toEqual([]);
  return model;
}

describe("a network whose layers are all as wide as its input", () => {
  const data = feedforward();
  const lengths = { x: "n_1", y: "n_1", b: "n_1", z: "n_1", a: "n_1", "\\delta": "n_1" };
  const symbols = Object.fromEntries(
    [...Object.entries(lengths), ["\\theta", ["n_1", "n_1"]] as const].map(([name, shape]) => [
      name,
      { ...data.symbols[name]!, shape },
    ]),
  );
  const judge = new Judge(
    modelFrom({
      ...data,
      judge: { L: 4, n: [3], g: "tanh" },
      symbols: { ...symbols, E: data.symbols.E! },
      definitions: [
        "a^{(1)} = x",
        "z^{(k+1)} = \\theta^{(k)} a^{(k)} + b^{(k)}",
        "a_i^{(k)} = g(z_i^{(k)})",
        "E = \\frac12 \\|a^{(L)} - y\\|^2",
        "\\delta_i^{(k)} = \\frac{\\partial E}{\\partial z_i^{(k)}}",
      ],
      updates: [],
    }),
  );
  const swapped = "\\delta^{(k)} = \\theta^{(k)} \\delta^{(k+1)} \\odot g'(z^{(k)})";
  const outer = "\\frac{\\partial E}{\\partial \\theta^{(k)}} = a^{(k)} (\\delta^{(k+1)})^T";
  const square = (theta: number[][]): Constraints => ({
    counts: { L: 4 },
    widths: { n: [3, 3, 3, 3] },
    choices: {},
    given: new Map([1, 2, 3].map((layer) => [`\\theta|${layer}`, theta.flat()])),
  });

  it("lets W instead of its transpose pass by shape, and only its numbers refute it", () => {
    expect(judge.judge(swapped, { constraints: { ...square([]), given: new Map() } }).verdict).toBe(
      "fails",
    );
    expect(judge.judge(outer, { constraints: { ...square([]), given: new Map() } }).verdict).toBe(
      "fails",
    );
  });

  it("hides W instead of its transpose where the weights are symmetric", () => {
    const symmetric = square([
      [0.5, -0.3, 0.8],
      [-0.3, 0.9, 0.2],
      [0.8, 0.2, -0.6],
    ]);
    expect(judge.judge(swapped, { constraints: symmetric }).verdict).toBe("holds");
    expect(judge.judge(outer, { constraints: symmetric }).verdict).toBe("fails");
  });
});

describe("forward and backward pass that both drop the bias", () => {
  const dropped = new Judge(modelWithoutBias());

  it("agree with each other: no gradient check can see it", () => {
    const claims = [
      "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})",
      "\\frac{\\partial E}{\\partial b^{(k)}} = 0",
    ];
    for (const tex of claims) expect(dropped.judge(tex).verdict).toBe("holds");
  });

  it("are seen only by a claim about the values themselves", () => {
    const forward = "z^{(k+1)} = \\theta^{(k)} a^{(k)} + b^{(k)}";
    expect(dropped.judge(forward).verdict).toBe("fails");
    expect(judgeOf().judge(forward).verdict).toBe("holds");
  });
});
