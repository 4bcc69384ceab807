import { describe, expect, it } from "vitest";
import { findFunction, Tape } from "../../../engine/index.ts";
import { loadModel } from "../../models.ts";
import { exact, exactly } from "./arithmetic.ts";
import { measureCurve, measureFloors } from "./difference-floor.ts";
import { EDGES, HIDING, measureErrorBars, NORMAL } from "./error-bars.ts";
import type { NumberFigures } from "./figures.ts";
import { faultsOf, GOALS } from "./goals.ts";
import { linesOf } from "./lines.ts";
import { publicationRow } from "./publications.ts";
import { errorsOf, referenceRow } from "./reference.ts";
import { measureResolution } from "./resolution.ts";
import { measureSelfCheck } from "./self-check.ts";
import { FORMULAS, formulaRow } from "./stable-formulas.ts";

const [tanhFormula] = FORMULAS;
const [ordinary] = measureErrorBars(NORMAL.slice(0, 1));
const curve = measureCurve("tanh");

/** A part of what the build measures, and with it the whole list of goals. */
const figures: NumberFigures = {
  selfCheck: measureSelfCheck(),
  reference: [referenceRow(loadModel("chain"))],
  floors: measureFloors(),
  curve: { tanh: curve, relu: curve },
  bars: {
    edges: EDGES,
    normal: Array.from({ length: 5 }, () => ordinary!),
    hiding: measureErrorBars(HIDING.slice(2, 3)),
  },
  resolution: measureResolution(),
  formulas: [formulaRow(tanhFormula!)],
  publications: [publicationRow("mazur")],
};

describe("the reference", () => {
  it("takes a double for what it is, not for its shortest decimal", () => {
    const published = "0.1000000000000000055511151231257827021181583404541015625";
    expect(exactly(0.1).toFixed()).toBe(published);
    expect(exactly(-3 * 2 ** 70).toFixed()).toBe("-3541774862152233910272");
    expect(
      exact
        .of(2 ** -1074)
        .times(exactly(2 ** 1000))
        .times(2 ** 74)
        .toNumber(),
    ).toBe(1);
    expect(() => exactly(Number.NaN)).toThrow(RangeError);
  });

  it("has more digits of known slopes than a double, and the same at another step", () => {
    for (const { error } of figures.selfCheck.published) expect(error).toBeLessThan(1e-38);
    expect(figures.selfCheck.betweenSteps).toBeLessThan(GOALS.reference);
  });

  it("refuses an operation that it does not know instead of guessing", () => {
    const tape = new Tape();
    const x = tape.input(0.5);
    const slope = tape.apply(findFunction("tanh")!, 1, x);
    expect(() => errorsOf(tape, slope, [{ name: "x", slots: [x] }])).toThrow("tanh of order 1");
  });

  it("sees a slope that is off by a part in a billion, in both modes (negative control)", () => {
    const right = findFunction("tanh")!;
    const [value, slope, ...rest] = right.derivatives;
    const wrong = {
      ...right,
      derivatives: [value!, (x: number) => slope!(x) * (1 + 1e-9), ...rest],
    };
    const missOf = (fn: typeof right): { reverse: number; forward: number } => {
      const tape = new Tape();
      const x = tape.input(0.7);
      const error = tape.multiply(tape.apply(fn, 0, tape.multiply(x, tape.input(1.3))), x);
      return errorsOf(tape, error, [{ name: "x", slots: [x] }])[0]!;
    };
    expect(missOf(right).reverse).toBeLessThan(GOALS.mode);
    expect(missOf(right).forward).toBeLessThan(GOALS.mode);
    expect(missOf(wrong).reverse).toBeGreaterThan(1e3 * GOALS.mode);
    expect(missOf(wrong).forward).toBeGreaterThan(1e3 * GOALS.mode);
    const row = { ...figures.reference[0]!, ...missOf(wrong) };
    expect(faultsOf({ ...figures, reference: [row] })).toHaveLength(2);
  });
});

describe("the goals", () => {
  const faultsWith = (change: Partial<NumberFigures>): string[] =>
    faultsOf({ ...figures, ...change });

  it("are met", () => {
    expect(faultsOf(figures)).toEqual([]);
    for (const line of linesOf(figures)) expect(line).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("are missed by the textbook form of a slope", () => {
    const row = formulaRow({ ...tanhFormula!, ours: tanhFormula!.naive });
    expect(faultsWith({ formulas: [row] })).toHaveLength(1);
    const tame = { ...row, ours: 0, fails: [{ x: 1, error: 1e-16 }] };
    expect(faultsWith({ formulas: [tame] })).toHaveLength(1);
  });

  it("are missed by a published number that does not come out, and by one that is wrong unsaid", () => {
    const [row] = figures.publications;
    expect(row!.misprints.length).toBeGreaterThan(2);
    expect(faultsWith({ publications: [{ ...row!, notReproduced: ["E"] }] })).toHaveLength(1);
    expect(faultsWith({ publications: [{ ...row!, unexplained: ["E"] }] })).toHaveLength(1);
  });

  it("are missed by either mode where it is inexact, or no number", () => {
    const [row] = figures.reference;
    expect(faultsWith({ reference: [{ ...row!, reverse: 2e-13 }] })).toHaveLength(1);
    expect(faultsWith({ reference: [{ ...row!, forward: Number.NaN }] })).toHaveLength(1);
    const selfCheck = { ...figures.selfCheck, betweenSteps: 1e-20 };
    expect(faultsWith({ selfCheck })).toHaveLength(1);
  });

  it("are missed by an error bar that is too narrow, tried too seldom or says nothing", () => {
    const [row] = figures.bars.normal;
    const bars = (change: object) => ({ ...figures.bars, normal: [{ ...row!, ...change }] });
    const enough = { entries: GOALS.entries };
    expect(faultsWith({ bars: bars(enough) })).toEqual([]);
    expect(faultsWith({ bars: bars({}) })).toHaveLength(1);
    for (const change of [
      { beyond: 1e-5 },
      { disagree: 1 },
      { cannotTell: 0.1 },
      { central: { median: 1e-8, worst: 1e-8 } },
      { fourth: { median: 0, worst: 1e-8 } },
      { rho: { p99: 1, most: 6 } },
    ])
      expect(faultsWith({ bars: bars({ ...enough, ...change }) })).toHaveLength(1);
    const told = figures.bars.hiding.map((one) => ({ ...one, cannotTell: 0 }));
    expect(faultsWith({ bars: { ...figures.bars, hiding: told } })).toHaveLength(told.length);
  });

  it("are missed by a verdict that says more than is known, and by a difference far above its floor", () => {
    const [row, ...others] = figures.resolution;
    expect(faultsWith({ resolution: [{ ...row!, evidence: ["agree"] }, ...others] })).toHaveLength(
      1,
    );
    expect(faultsWith({ resolution: [{ ...row!, verdict: "holds" }, ...others] })).toHaveLength(1);
    const [floor] = figures.floors;
    expect(faultsWith({ floors: [{ ...floor!, median: 1 }] })).toHaveLength(1);
  });
});

describe("the V of error against step", () => {
  it("falls with the order of the scheme and rises with 1/h", () => {
    const slope = (of: "forward" | "central" | "fourth", from: number, to: number): number => {
      const at = (step: number): number => curve.find((point) => point.step === step)![of];
      return Math.log2(at(from) / at(to)) / Math.log2(from / to);
    };
    expect(slope("forward", 2 ** -8, 2 ** -16)).toBeCloseTo(1, 1);
    expect(slope("central", 2 ** -8, 2 ** -14)).toBeCloseTo(2, 1);
    expect(slope("fourth", 2 ** -7, 2 ** -11)).toBeCloseTo(4, 0);
    for (const scheme of ["central", "fourth"] as const)
      expect(slope(scheme, 2 ** -24, 2 ** -38)).toBeLessThan(-0.7);
    // With 24 bits nothing is left where a double is at its best.
    const best = curve.find(({ step }) => step === 2 ** -17)!;
    expect(best.central32).toBeGreaterThan(1e6 * best.central);
  });
});
