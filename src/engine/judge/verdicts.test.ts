import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge, readGiven, UNCONSTRAINED, type Constraints } from "../index.ts";

const model = loadModel("feedforward");
const judge = new Judge(model);

const given = (data: unknown, g?: string): Constraints => {
  const { constraints, problems } = readGiven(model, data);
  expect(problems).toEqual([]);
  return { ...UNCONSTRAINED, ...constraints, choices: g ? { g } : {} };
};

const EQUATION_2 = "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})";

describe("the verdict", () => {
  it("is holds for Equation 2, fails without g', value without a relation", () => {
    expect(judge.judge(EQUATION_2).verdict).toBe("holds");
    expect(judge.judge(EQUATION_2.replace("\\odot g'(z^{(k)})", "")).verdict).toBe("fails");
    expect(judge.judge("\\frac{\\partial E}{\\partial b^{(1)}}").verdict).toBe("value");
  });

  it("is not understood, with a code, for each kind of thing that can be wrong", () => {
    const codes: Record<string, string> = {
      "a^{(L)} = ": "syntax",
      "w = 1": "symbol",
      "\\delta^{(k)} = \\theta^{(k)} \\delta^{(k+1)}": "shape",
      "x_i = z_i^{(k)}": "free-index",
      "x_{1,2} = 0": "index",
      "\\delta^{(1)} = 0": "layer",
      "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)}, L = 2": "no-place",
      "\\sum_{i=1}^{1000000000000} 1 = 0": "limit",
    };
    for (const [tex, code] of Object.entries(codes)) {
      const { verdict, code: found } = judge.judge(tex);
      expect({ tex, verdict, code: found }).toEqual({ tex, verdict: "not understood", code });
    }
  });

  it("of several claims on one line is the worst of them", () => {
    expect(judge.judge("E = E, \\delta^{(L)} = a^{(L)} - y").verdict).toBe("fails");
    expect(judge.judge("E = E, x = x").verdict).toBe("holds");
  });

  it("of an inequality counts only what lies on the wrong side", () => {
    expect(judge.judge("-1 \\le \\ln(1) \\le 1").verdict).toBe("holds");
    expect(judge.judge("E \\ge 0").verdict).toBe("holds");
    expect(judge.judge("E \\le 0").verdict).toBe("fails");
    // True on most draws is not true on all.
    expect(judge.judge("E \\le 4").verdict).toBe("fails");
  });

  it("of an update is about old values: weights updated too early are refused", () => {
    const rule = (weights: string): string =>
      `b^{(1)} \\leftarrow b^{(1)} - \\eta (${weights})^T \\delta^{(3)} \\odot g'(z^{(2)})`;
    expect(judge.judge(rule("\\theta^{(2)}")).verdict).toBe("holds");
    const early = "\\theta^{(2)} - \\eta \\frac{\\partial E}{\\partial \\theta^{(2)}}";
    expect(judge.judge(rule(early)).verdict).toBe("fails");
  });
});

describe("what cannot be told", () => {
  const zeros = {
    x: [0, 0, 0],
    b: { "1": [0, 0, 0, 0, 0], "2": [0, 0, 0, 0], "3": [0, 0] },
  };

  it("is a claim met exactly at a kink: relu at 0", () => {
    expect(judge.judge(EQUATION_2, { constraints: given(zeros, "relu") }).verdict).toBe(
      "cannot tell",
    );
    // The same numbers without a kink, and relu away from it, are judged.
    expect(judge.judge(EQUATION_2, { constraints: given(zeros, "tanh") }).verdict).toBe("holds");
    expect(judge.judge(EQUATION_2, { constraints: given({}, "relu") }).verdict).toBe("holds");
  });

  it("is a term far below its neighbours, in which a mistake could not be seen", () => {
    const beside = (size: number, factor: string): string =>
      judge.judge(`${size} + E = ${size} + ${factor} E`).verdict;
    expect(beside(100, "1")).toBe("holds");
    expect(beside(100, "2")).toBe("fails");
    expect(beside(1e13, "1")).toBe("cannot tell");
    expect(beside(1e13, "2")).toBe("cannot tell");
  });

  it("is a difference between rounding and a mistake", () => {
    const off = (factor: string): string => judge.judge(`E = ${factor} E`).verdict;
    expect(off("1")).toBe("holds");
    expect(off("1.00000003")).toBe("cannot tell");
    expect(off("1.00003")).toBe("fails");
  });

  it("is a claim that is 0 = 0 on all of the given numbers", () => {
    const dead = {
      "\\theta": {
        "1": Array(5).fill([0, 0, 0]),
        "2": Array(4).fill([0, 0, 0, 0, 0]),
        "3": Array(2).fill([0, 0, 0, 0]),
      },
    };
    const without = EQUATION_2.replace("\\odot g'(z^{(k)})", "");
    expect(judge.judge(without, { constraints: given(dead) }).verdict).toBe("cannot tell");
  });

  it("is a claim on numbers that are not finite", () => {
    expect(judge.judge("\\ln(-\\exp(x_1)) = \\ln(-\\exp(x_1))").verdict).toBe("cannot tell");
  });
});

describe("a remainder with an order", () => {
  const taylor = (tail: string): string =>
    `E(z_i^{(k)} + \\varepsilon) = E + \\varepsilon \\delta_i^{(k)} ${tail}`;
  const second =
    "+ \\frac{\\varepsilon^2}{2} \\frac{\\partial^2 E}{\\partial (z_i^{(k)})^2} + O(\\varepsilon^3)";

  it("holds at the order that Taylor's theorem gives, and at no higher one", () => {
    expect(judge.judge(taylor("+ O(\\varepsilon^2)")).verdict).toBe("holds");
    expect(judge.judge(taylor("+ O(\\varepsilon)")).verdict).toBe("holds");
    expect(judge.judge(taylor("+ O(\\varepsilon^3)")).verdict).toBe("fails");
    expect(judge.judge(taylor(second)).verdict).toBe("holds");
    expect(judge.judge(taylor(second.replace("{2}", "{3}"))).verdict).toBe("fails");
  });

  it("fails where the slope is wrong, so that only order 1 is left", () => {
    const wrong = taylor("+ O(\\varepsilon^2)").replace(
      "\\varepsilon \\delta",
      "2 \\varepsilon \\delta",
    );
    expect(judge.judge(wrong).verdict).toBe("fails");
    expect(judge.judge(wrong).message).toMatch(/order 1\.\d\d, not 2/);
  });

  it("is one for a forward quotient and two for a central one", () => {
    const forward = (order: string): string =>
      `\\frac{E(b_i^{(k)} + \\varepsilon) - E}{\\varepsilon} = \\frac{\\partial E}{\\partial b_i^{(k)}} + O(${order})`;
    const central = (order: string): string =>
      `\\frac{E(b_i^{(k)} + \\varepsilon) - E(b_i^{(k)} - \\varepsilon)}{2 \\varepsilon} = \\frac{\\partial E}{\\partial b_i^{(k)}} + O(${order})`;
    expect(judge.judge(forward("\\varepsilon")).verdict).toBe("holds");
    expect(judge.judge(forward("\\varepsilon^2")).verdict).toBe("fails");
    expect(judge.judge(central("\\varepsilon^2")).verdict).toBe("holds");
    expect(judge.judge(central("\\varepsilon^3")).verdict).toBe("fails");
  });

  it("is found on a steep network too, where it shows at smaller steps only", () => {
    const steep = { "\\theta": { "1": [[40], [-30]], "2": [[25, 35]] }, x: [0.01], y: [0.2] };
    const constraints = given({ ...steep, b: { "1": [0.1, -0.2], "2": [0.1] } }, "tanh");
    const slope = "E(x_1 + \\varepsilon) = E + \\varepsilon \\frac{\\partial E}{\\partial x_1}";
    expect(judge.judge(`${slope} + O(\\varepsilon^2)`, { constraints }).verdict).toBe("holds");
    const wrong = slope.replace("E + ", "E + 1.5 ");
    expect(judge.judge(`${wrong} + O(\\varepsilon^2)`, { constraints }).verdict).toBe("fails");
  });

  it("is met by sides that are equal", () => {
    expect(judge.judge("E + \\varepsilon = \\varepsilon + E + O(\\varepsilon^2)").verdict).toBe(
      "holds",
    );
  });

  it("needs its constant in the equation, and ≈ needs an order", () => {
    const { verdict, code } = new Judge(model).judge("E = E + O(\\varepsilon)");
    expect({ verdict, code }).toEqual({ verdict: "not understood", code: "symbol" });
    expect(judge.judge("E \\approx E").verdict).toBe("not understood");
  });
});
