import { describe, expect, it } from "vitest";
import { speed, type SpeedFigures } from "../speed.ts";
import { byHand } from "./by-hand.ts";
import { drawProblem, type Contestant, type Problem } from "./contestant.ts";
import { differences } from "./differences.ts";
import { compared, ENGINES } from "./race.ts";

const inputsOf = ({ examples }: Problem) => examples.map(({ input }) => input);

describe("the engines that are raced", () => {
  it.each([1, 3])("find the same error and derivatives, with %i examples", (count) => {
    const problem = drawProblem([3, 5, 4, 2], count);
    const engines = ENGINES.map((make) => make(problem));
    const moved = inputsOf(problem).map((row) => row.map((one) => one + 0.1));
    for (const inputs of [inputsOf(problem), moved])
      compared(engines, inputs).forEach((distance, at) => {
        const { name, precision } = engines[at]!;
        expect(`${name} ${distance <= precision}`).toBe(`${name} true`);
      });
    const [first] = engines;
    const before = first!.read().error;
    first!.run(inputsOf(problem));
    expect(first!.read().error).not.toBe(before);
  });

  it("are not taken to agree where one is off, has a number too few or one that is missing (negative control)", () => {
    const problem = drawProblem([3, 4, 3], 1);
    const wrong = (change: (gradient: readonly number[]) => number[]): Contestant => {
      const engine = byHand(problem);
      const read = (): ReturnType<Contestant["read"]> => {
        const { error, gradient } = engine.read();
        return { error, gradient: change(gradient) };
      };
      return { ...engine, read };
    };
    for (const change of [
      (gradient: readonly number[]) => gradient.map((one) => -one),
      (gradient: readonly number[]) => gradient.slice(1),
      (gradient: readonly number[]) => gradient.map(() => Number.NaN),
    ]) {
      const [, distance] = compared([byHand(problem), wrong(change)], inputsOf(problem));
      expect(distance).toBeGreaterThan(1e-3);
    }
  });
});

describe("the measurement of speed", () => {
  const figures = (distance: number, nanoseconds: number): SpeedFigures => {
    const entry = { name: "the tape", how: "", ratio: nanoseconds, nanoseconds, precision: 1e-12 };
    return {
      machine: { node: "", processor: "", cores: 1 },
      races: [{ sizes: [3, 4, 3], examples: 1, parameters: 31, entries: [{ ...entry, distance }] }],
      differences: [],
      threads: 1,
      judgings: [],
    };
  };

  it("finds fault with numbers that differ, and never with the time that they took", () => {
    expect(speed.faults(figures(1e-15, 1e12))).toEqual([]);
    expect(speed.faults(figures(1e-3, 1))).toHaveLength(1);
    expect(speed.faults(figures(Number.NaN, 1))).toHaveLength(1);
  });

  it("finds fault with differences that depend on their road, or are not the derivative", () => {
    const found = differences([2, 3, 2]);
    const faults = (changed: Partial<typeof found>): string[] =>
      speed.faults({ ...figures(0, 1), differences: [{ ...found, ...changed }] });
    expect(faults({})).toEqual([]);
    expect(faults({ betweenThem: 1e-3 })).toHaveLength(1);
    expect(faults({ fromAdjoint: 1e-3 })).toHaveLength(1);
  });
});
