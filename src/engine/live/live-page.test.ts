import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { describe, expect, test } from "vitest";

import type { ModelData } from "../../language/index.ts";
import { check, packEquation, readModel, unpackEquation } from "../../language/index.ts";
import { pocket } from "../fixtures/pocket.ts";
import { setNumber } from "./changes.ts";
import type { PageClaim } from "./conditions.ts";
import { evidenceOf } from "./live-evidence.ts";
import { LivePage } from "./live-page.ts";
import type { Reader } from "./reader.ts";
import { pocketReader } from "./reader.ts";

const models = new Map(
  ["feedforward", "feedforward-any-error", "chain"].map((name) => {
    const data = parse(readFileSync(`content/models/${name}.yaml`, "utf8")) as ModelData;
    return [name, readModel(name, data).model];
  }),
);
const start = pocketReader(pocket);
const page = (change: Partial<Reader> = {}) =>
  new LivePage(models, { ...start, ...change }, pocket);
/** As the build does it: read and checked. Conditions stand in the equation. */
const claim = (tex: string, model = "feedforward", name?: string): PageClaim => {
  const { typed, diagnostics } = check(tex, models.get(model)!);
  expect(diagnostics).toEqual([]);
  // Through the form in which a page receives it.
  const unpacked = unpackEquation(packEquation(typed), models.get(model)!);
  return { key: tex + model, model, name, typed: unpacked };
};

const FIRST = claim("\\delta^{(L)} = \\nabla_{a^{(L)}} E \\odot g'(z^{(L)})");
const SECOND = claim(
  "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})",
  "feedforward",
  "Equation 2",
);
const THIRD = claim(
  "\\frac{\\partial E}{\\partial \\theta_{i,j}^{(k)}} = a_j^{(k)} \\delta_i^{(k+1)}",
);

/** Forward and backward by hand, with nothing of the engine: sigmoid, one hidden layer. */
function byHand(x: number[], y: number[], numbers: typeof pocket.numbers) {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const layer = (weights: readonly number[], biases: readonly number[], input: number[]) =>
    biases.map((bias, row) =>
      sigmoid(input.reduce((sum, one, at) => sum + weights[row * input.length + at]! * one, bias)),
    );
  const hidden = layer(numbers["\\theta|1"]!, numbers["b|1"]!, x);
  const output = layer(numbers["\\theta|2"]!, numbers["b|2"]!, hidden);
  const last = output.map((a, i) => (a - y[i]!) * a * (1 - a));
  const middle = hidden.map(
    (a, j) =>
      last.reduce((sum, d, i) => sum + numbers["\\theta|2"]![i * hidden.length + j]! * d, 0) *
      a *
      (1 - a),
  );
  return { hidden, output, last, middle };
}

describe("the equations of a page on the reader's network", () => {
  test("show the numbers of a backward pass written by hand, before and after a number is moved", () => {
    const live = page();
    const deltas = [0, 1, 2].map((at) => live.reading("\\delta", [2], at));
    const expected = byHand([0.5, 2], [1, 0], pocket.numbers);
    deltas.forEach((read, at) => expect(read()).toBeCloseTo(expected.middle[at]!, 14));
    live.write("x", 1, -1.25);
    live.run();
    const moved = byHand([0.5, -1.25], [1, 0], pocket.numbers);
    deltas.forEach((read, at) => expect(read()).toBeCloseTo(moved.middle[at]!, 14));
    expect(live.slope("b", [1], 2)()).toBeCloseTo(moved.middle[2]!, 14);
  });

  test("follow a written number exactly as a page that is built anew on it", () => {
    const live = page();
    const equations = [FIRST, SECOND, THIRD].map((one) => live.equation(one));
    live.write("\\theta|1", 3, 0.75);
    live.run();
    const place = { key: "\\theta|1", row: 1, column: 1 };
    const anew = new LivePage(models, setNumber(start, pocket, place, 0.75).reader!, pocket);
    for (const [at, one] of [FIRST, SECOND, THIRD].entries()) {
      const fresh = anew.equation(one);
      const numbers = (equation: typeof fresh) =>
        equation.places.flatMap((each) => equation.readings(each).map(({ left }) => left));
      expect(numbers(equations[at]!)).toEqual(numbers(fresh));
      expect(equations[at]!.here().state).toBe("equal");
    }
  });

  test("a number that is written before an equation is compiled is in it", () => {
    const live = page();
    live.write("b|2", 0, 5);
    live.run();
    expect(live.reading("b", [2], 0)()).toBe(5);
  });

  test("a false equation differs here", () => {
    const wrong = claim("\\delta^{(L)} = \\nabla_{a^{(L)}} E");
    expect(page().equation(wrong).here().state).toBe("differs");
  });

  test("an equation that needs a hidden layer says so on two layers", () => {
    const here = page({ sizes: [2, 2] })
      .equation(SECOND)
      .here();
    expect(here.state).toBe("no place");
    expect(here.sentence).toBe("Equation 2 has no place here: it needs a hidden layer.");
    expect(
      page({ sizes: [2, 2] })
        .equation(FIRST)
        .here().state,
    ).toBe("equal");
  });

  test("an equation about two different neurons says what one neuron lacks", () => {
    const one = claim("\\frac{\\partial a_j^{(L)}}{\\partial z_i^{(L)}} = 0, i \\ne j");
    const here = page({ sizes: [2, 3, 1] })
      .equation(one)
      .here();
    expect(here.sentence).toContain("it needs more neurons in a layer");
  });

  test("conditions that this network does not meet are said", () => {
    const stated = claim("g'(z_i^{(k)}) = a_i^{(k)} (1 - a_i^{(k)}), g = sigmoid, L = 4");
    const here = page({ g: "relu" }).equation(stated).here();
    expect(here.state).toBe("unmet");
    expect(here.sentence).toBe(
      "Stated for g = sigmoid and L = 4; the present network has g = relu and has 3 layers.",
    );
    const met = page({ sizes: [2, 3, 3, 2] })
      .equation(stated)
      .here();
    expect(met.state).toBe("equal");
  });

  test("an equation of single neurons runs on a network of single neurons only", () => {
    const chain = claim(
      "\\delta^{(L)} = \\frac{\\partial E}{\\partial a^{(L)}} g'(z^{(L)})",
      "chain",
    );
    expect(page().equation(chain).here().sentence).toContain("one neuron in each layer");
    expect(
      page({ sizes: [1, 1, 1] })
        .equation(chain)
        .here().state,
    ).toBe("equal");
  });
});

describe("the evidence beside a derivative", () => {
  test("names each ∂ once and agrees with the formula's value", () => {
    const evidence = evidenceOf(page().equation(THIRD));
    const rates = evidence.filter(({ by }) => by.symbol === "\\theta");
    expect(rates).toHaveLength(12);
    const expected = byHand([0.5, 2], [1, 0], pocket.numbers);
    for (const { by, now } of rates) {
      const [layer] = by.labels;
      const [i, j] = by.indices;
      const input = layer === 1 ? [0.5, 2] : expected.hidden;
      const delta = layer === 1 ? expected.middle : expected.last;
      const { analytic, estimate, bar, verdict } = now();
      expect(analytic).toBeCloseTo(input[j! - 1]! * delta[i! - 1]!, 14);
      expect(Math.abs(estimate - analytic)).toBeLessThan(10 * bar);
      expect(verdict).toBe("agree");
    }
  });

  test("finds the ∂ behind every δ, and follows a moved number", () => {
    const live = page();
    const evidence = evidenceOf(live.equation(SECOND));
    expect(evidence.map(({ by }) => `${by.symbol}|${by.labels}|${by.indices}`).toSorted()).toEqual([
      "z|2|1",
      "z|2|2",
      "z|2|3",
      "z|3|1",
      "z|3|2",
    ]);
    const before = evidence[0]!.now().analytic;
    live.write("y", 0, -3);
    live.run();
    const after = evidence[0]!.now();
    expect(after.analytic).not.toBe(before);
    expect(after.verdict).toBe("agree");
  });

  test("says of what is not downstream that its rate is 0", () => {
    const independent = claim("\\frac{\\partial a_j^{(L)}}{\\partial z_i^{(L)}} = 0, i \\ne j");
    const [first] = evidenceOf(page().equation(independent));
    expect(first?.now()).toMatchObject({ analytic: 0, isNotDownstream: true });
  });
});
