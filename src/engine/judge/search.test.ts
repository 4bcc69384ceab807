import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge } from "./judge.ts";

const judge = new Judge(loadModel("feedforward"));
const verdict = (tex: string): string => judge.judge(tex).verdict;
const PRODUCT = "\\|\\theta^{(k)} a^{(k)}\\| \\le \\|\\theta^{(k)}\\|_F \\|a^{(k)}\\|";

describe("a bound", () => {
  it.each([
    PRODUCT,
    "E \\ge 0",
    "g'(z_i^{(k)}) \\le \\frac14, g = sigmoid",
    "\\|a^{(k)} + v^{(k)}\\| \\le \\|a^{(k)}\\| + \\|v^{(k)}\\|",
  ])("that is true is not broken by the search: %s", (tex) => {
    expect(verdict(tex)).toBe("holds");
  });

  // Random networks alone do not come near these bounds: each was called true.
  it.each([
    "\\|a^{(k)}\\| \\le \\|\\theta^{(k)}\\|_F \\|a^{(k)}\\|",
    "\\|\\theta^{(k)} a^{(k)}\\| \\le \\|\\theta^{(k)}\\|_F \\|z^{(k)}\\|",
    "\\|\\theta^{(k)} a^{(k)}\\| \\le 0.99 \\|\\theta^{(k)}\\|_F \\|a^{(k)}\\|",
    "\\|\\theta^{(k)} a^{(k)}\\| \\le \\|\\theta^{(k)} - \\eta \\frac{\\partial E}{\\partial \\theta^{(k)}}\\|_F \\|a^{(k)}\\|",
    "g'(z_i^{(k)}) \\le 0.249, g = sigmoid",
  ])("that is false is broken: %s", (tex) => {
    const { verdict: found, counterexample } = judge.judge(tex);
    expect(found).toBe("fails");
    expect(counterexample!.left).toBeGreaterThan(counterexample!.right);
  });
});

describe("a kink that is met in values only", () => {
  it("hides no difference, but is no evidence for a claim", () => {
    expect(verdict("E = \\|y - y\\|^2")).toBe("fails");
    expect(verdict("\\|y - y\\| = 0")).toBe("cannot tell");
  });

  it("hides all where a slope is taken at it", () => {
    expect(verdict("\\frac{\\partial \\|y - h(x) - y + h(x)\\|}{\\partial y_i} = 1")).toBe(
      "cannot tell",
    );
  });
});
