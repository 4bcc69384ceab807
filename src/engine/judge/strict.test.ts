import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge } from "./judge.ts";

const judge = new Judge(loadModel("feedforward"));
const verdict = (tex: string) => judge.judge(tex).verdict;

describe("< and > between values", () => {
  it.each([
    "g(z_i^{(k)}) < 1, g = sigmoid",
    "g(z_i^{(k)}) > 0, g = sigmoid",
    "g(z_i^{(k)}) \\gt -1, g = tanh",
    "0 < E < 2 E",
  ])("%s holds", (tex) => expect(verdict(tex)).toBe("holds"));

  it.each([
    "z_i^{(k)} < z_i^{(k)}",
    "g(z_i^{(k)}) < 0, g = sigmoid",
    "2 a_i^{(L)} > a_i^{(L)}",
    "\\|x\\| < \\|a^{(2)}\\|",
  ])("%s fails", (tex) => expect(verdict(tex)).toBe("fails"));

  it("cannot be told where only rounding parts the sides", () => {
    for (const tex of ["0.1 + 0.2 > 0.3", "E - E < 0", "2 a_i^{(k)} < a_i^{(k)} + a_i^{(k)}"]) {
      expect(`${tex} ${verdict(tex)}`).toBe(`${tex} cannot tell`);
    }
  });

  it("is a condition between indices, as before", () => {
    expect(verdict("\\frac{\\partial a_i^{(L)}}{\\partial z_j^{(L)}} = 0, i < j")).toBe("holds");
  });
});
