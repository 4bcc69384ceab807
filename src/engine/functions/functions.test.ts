import { describe, expect, it } from "vitest";
import { fourthOrderDifference } from "../evidence/index.ts";
import { random } from "../random.ts";
import { findFunction, relu, sigmoid, smoothFunctions, softplus, tanh } from "./index.ts";
import referenceValues from "./reference-values.json" with { type: "json" };

/** x, then the value and the derivatives of order 1 to 3, from 400-digit arithmetic, rounded once. */
const reference: Record<string, number[][]> = referenceValues;

const relativeError = (value: number, exact: number): number =>
  value === exact ? 0 : Math.abs(value - exact) / Math.abs(exact);

describe("the functions of one number", () => {
  it.each(Object.keys(reference))("%s and its three derivatives equal 400-digit values", (name) => {
    for (const [x, ...exact] of reference[name]!)
      exact.forEach((value, order) => {
        const ours = findFunction(name)!.derivatives[order]!(x!);
        expect(relativeError(ours, value), `order ${order} at ${x}`).toBeLessThan(5e-15);
      });
  });

  it.each(smoothFunctions)("$name: each derivative is the slope of the one before", (fn) => {
    const draw = random(`slope of ${fn.name}`);
    for (let round = 0; round < 40; round += 1) {
      const x = 0.2 + 2.5 * draw.uniform();
      const sign = ["ln", "sqrt"].includes(fn.name) || draw.uniform() < 0.5 ? 1 : -1;
      for (const order of [0, 1, 2]) {
        const { estimate, bar } = fourthOrderDifference(fn.derivatives[order]!, sign * x);
        const ours = fn.derivatives[order + 1]!(sign * x);
        expect(Math.abs(ours - estimate)).toBeLessThan(10 * bar + 1e-13);
      }
    }
  });

  it("would notice a derivative that is off by a millionth (negative control)", () => {
    const { estimate, bar } = fourthOrderDifference(tanh.derivatives[0]!, 0.7);
    const wrong = tanh.derivatives[1]!(0.7) * (1 + 1e-6);
    expect(Math.abs(wrong - estimate)).toBeGreaterThan(10 * bar + 1e-13);
  });

  it("keeps tiny slopes: sigmoid'(40) is e^-40 and tanh'(20) is 4e^-40, to the last digits", () => {
    expect(relativeError(sigmoid.derivatives[1]!(40), 4.248354255291589e-18)).toBeLessThan(1e-15);
    expect(relativeError(tanh.derivatives[1]!(20), 1.6993417021166355e-17)).toBeLessThan(1e-15);
  });

  it("does not use the textbook forms, which lose everything there (negative control)", () => {
    const saturated = (value: number): number => value * (1 - value);
    expect(saturated(sigmoid.derivatives[0]!(40))).toBe(0);
    expect(1 - Math.tanh(20) ** 2).toBe(0);
  });

  it("does not overflow where the naive softplus does", () => {
    expect(Math.log(1 + Math.exp(800))).toBe(Infinity);
    expect(softplus.derivatives[0]!(800)).toBe(800);
    expect(softplus.derivatives[0]!(-800)).toBe(0);
  });

  it("passes on what is not a number, and takes 0 as the slope of relu at 0", () => {
    for (const fn of smoothFunctions) expect(fn.derivatives[0]!(Number.NaN)).toBeNaN();
    expect(relu.derivatives[1]!(0)).toBe(0);
    expect(relu.kinks).toEqual([0]);
  });

  it("has four orders and a name of its own for every function", () => {
    for (const fn of smoothFunctions) expect(fn.derivatives).toHaveLength(4);
    expect(new Set(smoothFunctions.map((fn) => fn.name)).size).toBe(smoothFunctions.length);
    expect(findFunction("cosh")).toBeUndefined();
  });
});
