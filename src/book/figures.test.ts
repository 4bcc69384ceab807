import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figureAt } from "./figures.ts";
import { forgetReport, writeReport } from "./measurements/reports.ts";

const NAME = "trial-of-figures";

beforeAll(() =>
  writeReport({
    ...{ name: NAME, title: "A trial", measuredAt: "2000-01-01T00:00:00.000Z", seconds: 1 },
    ...{ node: "v24.0.0", commit: null, lines: [], faults: [] },
    figures: { rows: [{ count: 12000 }, { count: 345 }], share: 0.00126, tiny: 3e-11, word: "a" },
  }),
);
afterAll(() => forgetReport(NAME));

describe("a figure of the page", () => {
  it("is found by its path, and a star adds up", () => {
    expect(figureAt(`${NAME}.rows.1.count`)).toEqual({
      path: `${NAME}.rows.1.count`,
      value: 345,
      text: "345",
    });
    expect(figureAt(`${NAME}.rows.*.count`).text).toBe("12,345");
  });

  it("is printed as a power, a ratio or a share", () => {
    expect(figureAt(`${NAME}.tiny`, "power").text).toBe("3·10⁻¹¹");
    expect(figureAt(`${NAME}.share`, "share").text).toBe("0.13 %");
    expect(figureAt(`${NAME}.share`, "ratio").text).toBe("0.00");
  });

  it("must be a number that was measured", () => {
    for (const path of [`${NAME}.word`, `${NAME}.rows.2.count`, `${NAME}.rows`, "nothing.at.all"])
      expect(() => figureAt(path)).toThrow(`There is no number at ${path}.`);
  });
});
