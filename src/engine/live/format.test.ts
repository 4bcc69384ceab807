import { expect, test } from "vitest";

import { formatExact, formatNumber, formatPower } from "./format.ts";

test.each([
  [-0.12663, "\u22120.1266"],
  [0.5, "0.5000"],
  [0, "0"],
  [-0, "0"],
  [1.2e-7, "1.2·10⁻⁷"],
  [-1.2e12, "\u22121.2·10¹²"],
  [Number.NaN, "no number"],
  [Number.NEGATIVE_INFINITY, "\u2212∞"],
])("%d is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("an error bar is written with two digits", () => {
  expect(formatPower(3.14159e-11)).toBe("3.1·10⁻¹¹");
  expect(formatPower(0)).toBe("0");
});

test("a number that may be typed again keeps all its digits", () => {
  expect(formatExact(-0.1)).toBe("\u22120.1");
  expect(formatExact(1 / 3)).toBe("0.3333333333333333");
});
