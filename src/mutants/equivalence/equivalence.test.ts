import { describe, expect, it } from "vitest";
import { court } from "../../book/claims.ts";
import { check } from "../../language/index.ts";
import { excuse, readRule, saysTheSame, type RuleData } from "./rules.ts";

const { modelOf, judgeOf } = court();
const typed = (tex: string) => check(tex, modelOf("feedforward")).typed;
const same = (one: string, other: string): boolean => saysTheSame(typed(one), typed(other));
const holds = (tex: string): boolean => judgeOf("feedforward").judge(tex).verdict === "holds";

describe("arithmetic alone", () => {
  it.each([
    ["E = 2 E \\cdot E", "E = E \\cdot 2 E"],
    ["x + a^{(1)} = 0", "a^{(1)} + x = 0"],
    ["\\frac{1}{2} E = 1", "\\frac{E}{2} = 1"],
    ["\\sum_i x_i = E", "E = \\sum_{j=1}^{n_1} x_j"],
    ["[i = j] x_i = x_j", "x_i [j = i] = x_j"],
    ["-x = 0", "2 x = 0"],
    ["x \\odot a^{(1)} = x", "a^{(1)} \\odot x = x"],
    ["(x^T)^T = x", "x = x"],
    ["E \\theta^{(k)} a^{(k)} = b^{(k)}", "\\theta^{(k)} E a^{(k)} = b^{(k)}"],
  ])("knows that %s says what %s says", (one, other) => {
    expect(same(one, other)).toBe(true);
  });

  it.each([
    ["\\theta^{(k)} D^{(k)} = \\theta^{(k)}", "D^{(k)} \\theta^{(k)} = \\theta^{(k)}"],
    ["-x = y", "x = y"],
    ["E - 1 = 0", "1 - E = E"],
    ["\\sum_i x_i = E", "\\sum_{i=2}^{n_1} x_i = E"],
    ["[i < j] x_i = x_j", "[j < i] x_i = x_j"],
    ["x - a^{(1)} = y", "a^{(1)} - x = y"],
    ["E = 1, L = 3", "E = 1"],
    ["2^E = 1", "E^2 = 1"],
  ])("tells %s from %s", (one, other) => {
    expect(same(one, other)).toBe(false);
  });
});

describe("a rule", () => {
  const rule = (tex: string, more: Partial<RuleData> = {}) =>
    readRule({ id: "rule", tex, models: [], because: "", ...more }, modelOf("feedforward"));
  const excuses = (one: ReturnType<typeof rule>, original: string, mutant: string): boolean =>
    excuse(typed(original), typed(mutant), [one], holds) !== undefined;

  it("excuses by one application, in either direction, with other letters and layers", () => {
    const bias = rule(
      "\\frac{\\partial E}{\\partial z_i^{(k+1)}} = \\frac{\\partial E}{\\partial b_i^{(k)}}",
    );
    const original = "\\delta_j^{(k)} = \\frac{\\partial E}{\\partial z_j^{(k)}}";
    expect(
      excuses(bias, original, "\\delta_j^{(k)} = \\frac{\\partial E}{\\partial b_j^{(k-1)}}"),
    ).toBe(true);
    expect(
      excuses(bias, original, "\\delta_j^{(k)} = \\frac{\\partial E}{\\partial a_j^{(k)}}"),
    ).toBe(false);
    expect(
      excuses(bias, original, "\\delta_j^{(k)} = 2 \\frac{\\partial E}{\\partial b_j^{(k-1)}}"),
    ).toBe(false);
  });

  it("is found among the factors of a longer product", () => {
    const bracket = rule("x_i [i = j] = x_j [i = j]");
    expect(excuses(bracket, "E \\cdot x_i y_j [i = j] = 0", "E \\cdot x_j y_j [i = j] = 0")).toBe(
      true,
    );
    expect(excuses(bracket, "E \\cdot x_i y_j = 0", "E \\cdot x_j y_j = 0")).toBe(false);
  });

  it("keeps the order of matrices", () => {
    const input = rule("x = a^{(1)}");
    expect(excuses(input, "z^{(2)} = \\theta^{(1)} x", "z^{(2)} = \\theta^{(1)} a^{(1)}")).toBe(
      true,
    );
    expect(excuses(input, "z^{(2)} = \\theta^{(1)} x", "z^{(2)} = a^{(1)T} \\theta^{(1)T}")).toBe(
      false,
    );
  });

  it("takes any expression for a placeholder", () => {
    const norm = rule("\\|v^{(k)}\\| = \\|v^{(k)}\\|_2", { any: ["v"] });
    expect(excuses(norm, "E = \\|x - a^{(1)}\\|", "E = \\|x - a^{(1)}\\|_2")).toBe(true);
    expect(excuses(norm, "E = \\|x - a^{(1)}\\|", "E = \\|x + a^{(1)}\\|_2")).toBe(false);
  });

  it("applies only where its condition stands", () => {
    const even = rule("g'(z_i^{(k)}) = g'(-z_i^{(k)}), g = sigmoid");
    const [original, mutant] = ["E = g'(z_1^{(2)})", "E = g'(-z_1^{(2)})"];
    expect(excuses(even, `${original}, g = sigmoid`, `${mutant}, g = sigmoid`)).toBe(true);
    expect(excuses(even, original, mutant)).toBe(false);
  });

  it("lets a bound be weaker, never stronger", () => {
    const weaker = rule("E \\le 2 E", { kind: "weaker" });
    expect(excuses(weaker, "\\|x\\| \\le 2 \\|x\\|", "\\|x\\| \\le 3 \\|x\\|")).toBe(true);
    expect(excuses(weaker, "\\|x\\| \\le 3 \\|x\\|", "\\|x\\| \\le 2 \\|x\\|")).toBe(false);
    expect(excuses(weaker, "\\|x\\| = 2 \\|x\\|", "\\|x\\| = 3 \\|x\\|")).toBe(false);
  });

  it("lets a claim of shape be made of something else of that shape", () => {
    const shape = rule("2 x \\in \\mathbb{R}^{n_1}", { kind: "shape" });
    expect(excuses(shape, "x \\in \\mathbb{R}^{n_1}", "a^{(1)} \\in \\mathbb{R}^{n_1}")).toBe(true);
    expect(excuses(shape, "x \\in \\mathbb{R}^{n_1}", "y \\in \\mathbb{R}^{n_1}")).toBe(false);
  });
});
