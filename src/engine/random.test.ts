import { describe, expect, it } from "vitest";
import { random } from "./random.ts";

const take = <Item>(count: number, draw: () => Item): Item[] => Array.from({ length: count }, draw);

describe("seeded random numbers", () => {
  // The numbers come from the documented algorithm written a second time, in Python with whole numbers.
  it("gives the documented stream for a seed, for ever", () => {
    const pocket = random("pocket");
    expect(take(4, pocket.uniform)).toEqual([
      0.5323680965936564, 0.9878153068049768, 0.3588938444911982, 0.89532862035878,
    ]);
    const digits = random("pocket");
    expect(take(12, () => digits.integer(10))).toEqual([5, 1, 9, 0, 3, 2, 8, 6, 3, 1, 3, 1]);
    const letters = random("δ🎲");
    expect(letters.uniform()).toBe(0.32474455072550845);
  });

  it("makes normal numbers by the polar method, here against a 40-digit logarithm", () => {
    const first = random(1);
    expect(first.normal()).toBeCloseTo(-2.04888841153713, 13);
    expect(first.normal()).toBeCloseTo(0.18225683623082106, 13);
    const letters = random("δ🎲");
    expect(letters.normal()).toBeCloseTo(-0.40175416637252703, 13);
  });

  it("takes a number and its text as one seed, and neighbouring seeds as different ones", () => {
    expect(random(7).uniform()).toBe(random("7").uniform());
    expect(random(7).uniform()).not.toBe(random(8).uniform());
  });

  it("has the moments of the uniform and of the normal distribution", () => {
    const draw = random("moments");
    const count = 200_000;
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value) / count;
    const uniform = take(count, draw.uniform);
    const normal = take(count, draw.normal);
    // Five standard errors of each estimate.
    expect(Math.abs(mean(uniform) - 1 / 2)).toBeLessThan((5 * 0.289) / Math.sqrt(count));
    expect(Math.abs(mean(normal))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(mean(normal.map((x) => x ** 2)) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    expect(Math.abs(mean(normal.map((x) => x ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / count));
    // The same bound on the same number of uniform draws does not hold (negative control).
    expect(Math.abs(mean(uniform.map((x) => x ** 2)) - 1)).toBeGreaterThan(0.5);
  });

  it("shuffles without losing an item, and every order of three is equally likely", () => {
    const draw = random("orders");
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round += 1) {
      const order = draw.shuffle(["a", "b", "c"]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5); // 0.1 % point for five degrees of freedom
  });

  it("refuses to draw from nothing", () => {
    expect(() => random(1).integer(0)).toThrow(RangeError);
    expect(() => random(1).integer(2.5)).toThrow(RangeError);
    expect(() => random(1).pick([])).toThrow(RangeError);
    expect(random(1).shuffle([])).toEqual([]);
  });
});
