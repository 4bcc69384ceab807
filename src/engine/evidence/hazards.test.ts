import { describe, expect, it } from "vitest";
import { findFunction } from "../functions/index.ts";
import { finiteDifference, fourthOrderDifference, judgeDerivative } from "./index.ts";

/** The hazards of numeric derivatives that the book shows, with the figures it states. */
describe("numeric derivatives", () => {
  const forward = (f: (x: number) => number, x: number, h: number): number => (f(x + h) - f(x)) / h;

  it("of first order get better with a smaller step, and then worse: exp'(0)", () => {
    expect(forward(Math.exp, 0, 1e-4)).toBeCloseTo(1.000050001667141, 12);
    expect(forward(Math.exp, 0, 1e-8)).toBeCloseTo(0.999999993922529, 12);
    expect(forward(Math.exp, 0, 1e-12)).toBeCloseTo(1.000088900582341, 12);
  });

  it("lie near the floor that theory gives for each order", () => {
    const floors = [
      { difference: finiteDifference, floor: 2.4e-11 },
      { difference: fourthOrderDifference, floor: 2e-13 },
    ];
    for (const { difference, floor } of floors) {
      const misses = ["exp", "sin", "tanh", "sigmoid"].map((name) => {
        const [f, slope] = findFunction(name)!.derivatives;
        return Math.abs(difference(f!, 0.7).estimate - slope!(0.7));
      });
      for (const miss of misses) expect(miss).toBeLessThan(10 * floor);
    }
    // The floor of fourth order is out of reach for the central difference (negative control).
    expect(Math.abs(finiteDifference(Math.exp, 0.7).estimate - Math.exp(0.7))).toBeGreaterThan(
      2e-13,
    );
  });

  it("refute a saturated slope in its textbook form where that form is wrong", () => {
    const slope = findFunction("tanh")!.derivatives[1]!;
    const relativeError = (x: number): number => (1 - Math.tanh(x) ** 2 - slope(x)) / slope(x);
    expect(Math.abs(relativeError(15))).toBeGreaterThan(1e-5);
    expect(relativeError(20)).toBe(-1);
    const sigmoidSlope = findFunction("sigmoid")!.derivatives[1]!;
    const textbook = (x: number): number => (1 / (1 + Math.exp(-x))) * (1 - 1 / (1 + Math.exp(-x)));
    expect(textbook(37)).toBe(0);
    expect(Math.abs(textbook(30) / sigmoidSlope(30) - 1)).toBeGreaterThan(1e-4);
    expect(Math.abs(textbook(2) / sigmoidSlope(2) - 1)).toBeLessThan(1e-14);
  });

  it("cannot tell about a slope that is smaller than the noise, whatever is claimed", () => {
    const evidence = finiteDifference(Math.tanh, 20);
    for (const claimed of [0, 1.7e-17, 1e-13])
      expect(judgeDerivative(claimed, evidence)).toBe("cannot tell");
    expect(judgeDerivative(1e-3, evidence)).toBe("disagree");
  });
});
