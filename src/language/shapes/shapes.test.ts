import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadModel } from "../../book/models.ts";
import { check } from "../check.ts";
import { readModel, type ModelData } from "../index.ts";
import { printShape } from "./shape.ts";

const model = loadModel("feedforward");

const shapeOf = (tex: string, name = "feedforward"): string => {
  const { typed, diagnostics } = check(tex, loadModel(name));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return printShape(typed.claims[0]!.shapes[0]!);
};

const refusal = (tex: string, on = model) => {
  const [first] = check(tex, on).diagnostics;
  return first ? `${first.code}: ${first.message}` : "no refusal";
};

describe("symbolic shapes", () => {
  it.each([
    ["x", "n_1 × 1"],
    ["y", "n_L × 1"],
    ["\\theta^{(k)}", "n_{k+1} × n_k"],
    ["\\theta^{(k+1)}", "n_{k+2} × n_{k+1}"],
    ["\\theta^{(L-1)}", "n_L × n_{L-1}"],
    ["\\theta^{(2)}", "n_3 × n_2"],
    ["(\\theta^{(k)})^T", "n_k × n_{k+1}"],
    ["\\tilde\\theta^{(k)}", "n_{k+1} × n_k+1"],
    ["\\theta^{(k)} a^{(k)}", "n_{k+1} × 1"],
    ["\\theta^{(k+1)} \\theta^{(k)}", "n_{k+2} × n_k"],
    ["\\delta^{(k+1)} (a^{(k)})^T", "n_{k+1} × n_k"],
    ["x^T x", "a number"],
    ["3 x", "n_1 × 1"],
    ["\\operatorname{diag}(x)", "n_1 × n_1"],
    ["\\theta_{i,j}^{(k)}", "a number"],
    ["\\frac{\\partial E}{\\partial \\theta^{(k)}}", "n_{k+1} × n_k"],
    ["\\frac{\\partial z^{(k+1)}}{\\partial z^{(k)}}", "n_{k+1} × n_k"],
    ["\\nabla_{a^{(L)}} E", "n_L × 1"],
    ["\\begin{bmatrix} b^{(k)} & \\theta^{(k)} \\end{bmatrix}", "n_{k+1} × n_k+1"],
    ["\\mathbf{1}_{n_k}", "n_k × 1"],
  ])("%s is %s", (tex, shape) => {
    expect(shapeOf(tex)).toBe(shape);
  });

  it.each([
    ["x + a^{(2)}", "A sum needs terms of one shape"],
    ["x y", "A product of two vectors needs a transpose"],
    ["\\theta^{(k)} \\delta^{(k+1)}", "as many columns on the left as rows on the right"],
    ["x \\odot y", "⊙ multiplies entry by entry"],
    ["x + 1", "A sum needs terms of one shape"],
    ["x / x", "One can divide by a number only"],
    ["x^2", "A power is taken of a number"],
    ["E^T", "T in a superscript is the transpose"],
    ["\\exp(x)", "\\exp takes a number"],
    ["\\|\\theta^{(k)}\\|", "The norm of a matrix needs its name"],
    ["\\langle x, y \\rangle", "⟨·,·⟩ takes two arguments of one shape"],
    ["\\operatorname{diag}(\\theta^{(k)})", "diag puts a vector on a diagonal"],
    ["\\frac{\\partial z^{(k+1)}}{\\partial \\theta^{(k)}}", "has more than two axes"],
    ["\\nabla_{x} x", "∇ is taken of a number"],
    ["x = y", "The sides have different shapes"],
    ["\\begin{bmatrix} x & y \\end{bmatrix}", "does not fit its neighbours"],
  ])("refuse %s: %s", (tex, words) => {
    const told = refusal(tex);
    expect(told).toMatch(/^shape: /);
    expect(told).toContain(words);
  });

  it("name both shapes in symbols and in numbers", () => {
    const told = refusal("z^{(k+1)} = \\theta^{(k)} a^{(k+1)}");
    expect(told).toContain("n_{k+1} × n_k (4 × 5 at k = 2)");
    expect(told).toContain("n_{k+1} × 1 (4 × 1 at k = 2)");
  });

  it("let 0 and only 0 take any shape", () => {
    expect(refusal("x + 0 = x")).toBe("no refusal");
    expect(refusal("\\frac{\\partial a^{(k)}}{\\partial z^{(k+1)}} = 0")).toBe("no refusal");
    expect(refusal("\\frac{\\partial a^{(k)}}{\\partial z^{(k+1)}} = 1")).toMatch(/^shape/);
  });
});

describe("widths that happen to agree", () => {
  const file = resolve(import.meta.dirname, "../../../content/models/feedforward.yaml");
  const data = parse(readFileSync(file, "utf8")) as ModelData;
  const square = readModel("square", { ...data, judge: { L: 4, n: [3, 3, 3, 3], g: "tanh" } });

  it.each([
    "\\delta^{(k)} = \\theta^{(k)} \\delta^{(k+1)} \\odot g'(z^{(k)})",
    "x = y",
    "\\frac{\\partial E}{\\partial \\theta^{(k)}} = a^{(k)} (\\delta^{(k+1)})^T",
  ])("do not make θ of its transpose: %s is refused by its symbols", (tex) => {
    expect(square.problems).toEqual([]);
    expect(refusal(tex, square.model)).toMatch(/^shape/);
    expect(refusal(tex)).toMatch(/^shape/);
  });

  it("are the same only where a condition says so: with L = 3, n_L is n_3", () => {
    expect(refusal("a^{(3)} - y = 0")).toMatch(/^shape/);
    expect(refusal("a^{(3)} - y = 0, L = 3")).toBe("no refusal");
    expect(refusal("a^{(3)} - y = 0, L = 4")).toMatch(/^shape/);
  });

  it("do not let one index run along two axes", () => {
    expect(refusal("a_i^{(k)} = \\sum_j \\theta_{i,j}^{(k)} a_j^{(k)}")).toMatch(/^index/);
    expect(refusal("\\sum_i x_i y_i = 0")).toMatch(/^index/);
    expect(refusal("\\sum_{i=1}^{n_1} x_i = E")).toBe("no refusal");
    expect(refusal("\\sum_{i=1}^{n_L} x_i = E")).toMatch(/^index/);
  });
});
