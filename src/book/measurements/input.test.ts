import { describe, expect, it } from "vitest";
import { emptyTally } from "../fuzz/tally.ts";
import { input, type InputFigures } from "./input.ts";

const good: InputFigures = {
  strings: 20_000,
  equations: 300,
  families: [{ ...emptyTally("any"), strings: 20_000, judged: { holds: 900 }, mostSteps: 100 }],
  budget: 1000,
  found: [],
  broken: { threw: 0, outside: 0, "no sentence": 0, "no verdict": 0, "over budget": 0 },
};

describe("the measurement of strings that are no equations", () => {
  it("finds no fault where every string was answered", () => {
    expect(input.faults(good)).toEqual([]);
  });

  it("tells each string that did what it must not do, so that it can be made again", () => {
    const found = [
      { kind: "threw", family: "any", at: 7, told: "TypeError", tex: '"x ="' },
      { kind: "outside", family: "any", at: 9, told: "3 to 99", tex: '"y"' },
    ] as const;
    expect(input.faults({ ...good, found })).toEqual([
      '"any" 7 threw (TypeError): "x ="',
      '"any" 9 outside (3 to 99): "y"',
    ]);
    const broken = { ...good.broken, threw: 1, outside: 1 };
    expect(input.lines({ ...good, found, broken })[1]).toContain("threw: 1, outside: 1");
  });

  it("finds too few strings, too few that were judged, and more steps than there are", () => {
    expect(input.faults({ ...good, strings: 19_999 })).toHaveLength(1);
    const [family] = good.families;
    const shallow = [{ ...family!, judged: { holds: 10 } }];
    expect(input.faults({ ...good, families: shallow })).toHaveLength(1);
    const greedy = [{ ...family!, mostSteps: 1001 }];
    expect(input.faults({ ...good, families: greedy })).toHaveLength(1);
  });
});
