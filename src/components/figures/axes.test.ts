import { describe, expect, it } from "vitest";
import { integers, powerLabel, scale } from "./axes.ts";

describe("the axes of a drawing", () => {
  it("carry an interval to another, turned round or not", () => {
    const x = scale([-10, 0], [40, 340]);
    expect([x(-10), x(-5), x(0)]).toEqual([40, 190, 340]);
    expect(scale([0, 2], [200, 0])(0.5)).toBe(150);
  });

  it("have ticks at whole numbers inside the interval", () => {
    expect(integers([-14, 0], 4)).toEqual([-12, -8, -4, 0]);
    expect(integers([1, 1], 1)).toEqual([1]);
  });

  it("name powers of ten", () => {
    expect(powerLabel(-12)).toBe("10⁻¹²");
    expect(powerLabel(0)).toBe("10⁰");
  });
});
