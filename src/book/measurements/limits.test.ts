import { describe, expect, it } from "vitest";
import { limits } from "./limits.ts";

const figures = await limits.measure();
const { sharedMistake, sights } = figures;

describe("the measurement of what a check cannot see", () => {
  it("finds a mistake that derivatives hide and a claim of values shows", () => {
    expect(limits.faults(figures)).toEqual([]);
    expect(sharedMistake.some((one) => !one.isOfValues && one.inBook === "fails")).toBe(true);
  });

  it("fixes relu'(0) = 0 and gives each of two equal numbers half", () => {
    expect(figures.conventions.map(({ here }) => here)).toEqual([0, 0, 0.5]);
  });

  it("counts each wrong backward pass once", () => {
    for (const { tried, byShape, byNumbers, cannotTell, notSeen } of sights)
      expect(byShape + byNumbers + cannotTell + notSeen).toBe(tried);
  });
});

describe("a fault is found", () => {
  it("where the shared mistake is seen by derivatives, or not by values", () => {
    const turned = sharedMistake.map((one) => ({
      ...one,
      withMistake: one.withMistake === "holds" ? ("fails" as const) : ("holds" as const),
    }));
    expect(limits.faults({ ...figures, sharedMistake: turned })).toHaveLength(sharedMistake.length);
  });

  it("where a near miss is judged in another way than the page explains", () => {
    const nearMisses = figures.nearMisses.map((one) => ({ ...one, verdict: "value" as const }));
    expect(limits.faults({ ...figures, nearMisses })).toHaveLength(nearMisses.length);
  });

  it("where the slope at a kink lies outside of the slopes beside it", () => {
    const conventions = figures.conventions.map((one) => ({ ...one, here: one.right + 1 }));
    expect(limits.faults({ ...figures, conventions })).toHaveLength(conventions.length);
  });

  it("where a wrong backward pass is called true on the judging networks", () => {
    const [first, ...rest] = sights;
    const missed = { ...first!, byNumbers: first!.byNumbers - 1, notSeen: 1 };
    expect(limits.faults({ ...figures, sights: [missed, ...rest] })).toHaveLength(1);
  });

  it("where a network that should hide faults hides none", () => {
    const all = sights.map((one) => ({ ...one, byNumbers: one.tried - one.byShape }));
    expect(limits.faults({ ...figures, sights: all })).toHaveLength(sights.length - 1);
  });
});
