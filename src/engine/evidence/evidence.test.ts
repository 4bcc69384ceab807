import { describe, expect, it } from "vitest";
import { drawNetwork, emitNetwork, parametersOf } from "../fixtures/network.ts";
import { identity, relu, sigmoid, sin, softplus, tanh } from "../functions/index.ts";
import type { SmoothFunction } from "../functions/index.ts";
import { random } from "../random.ts";
import { adjoints, Tape } from "../tape/index.ts";
import { differenceOnTape, finiteDifference, fourthOrderDifference } from "./index.ts";
import { judgeDerivative, resolution } from "./index.ts";
import type { DerivativeVerdict, DifferenceEvidence } from "./index.ts";

interface Entry {
  readonly analytic: number;
  readonly evidence: DifferenceEvidence;
}

/** The derivative of the error by every parameter of a random network, beside its finite difference. */
const entriesOf = (
  sizes: readonly number[],
  g: SmoothFunction,
  seed: string,
  scale = 1,
  difference = finiteDifference,
): Entry[] => {
  const tape = new Tape();
  const slots = emitNetwork(tape, drawNetwork(sizes, random(seed), scale), g);
  const derivative = adjoints(tape, slots.error);
  return parametersOf(slots).map((slot) => ({
    analytic: tape.value(derivative(slot)),
    evidence: differenceOnTape(tape, slots.error, slot, difference),
  }));
};

const share = (entries: readonly Entry[], verdict: DerivativeVerdict, factor = 1): number =>
  entries.filter(
    ({ analytic, evidence }) => judgeDerivative(factor * analytic, evidence) === verdict,
  ).length / entries.length;

const many = (sizes: readonly number[], g: SmoothFunction, scale = 1): Entry[] =>
  Array.from({ length: 20 }, (_, seed) => entriesOf(sizes, g, `${g.name} ${seed}`, scale)).flat();

describe("the error bar of a finite difference", () => {
  it.each([tanh, sigmoid, softplus, identity, sin])(
    "is honest on random networks with $name",
    (g) => {
      const entries = many([3, 5, 4, 2], g);
      const ratios = entries
        .map(({ analytic, evidence }) => Math.abs(analytic - evidence.estimate) / evidence.bar)
        .sort((left, right) => left - right);
      expect(ratios.at(-1)).toBeLessThan(10);
      expect(ratios[Math.floor(0.99 * ratios.length)]).toBeLessThan(3);
      // A bar that is far too wide would be useless: the median stays in sight of it.
      expect(ratios[ratios.length >> 1]).toBeGreaterThan(0.02);
    },
  );

  it("covers the fourth-order difference too, which is about ten times sharper or more", () => {
    const both = [finiteDifference, fourthOrderDifference].map((difference) =>
      Array.from({ length: 20 }, (_, seed) =>
        entriesOf([4, 5, 3], tanh, `sharp ${seed}`, 1, difference),
      ).flat(),
    );
    for (const { analytic, evidence } of both[1]!)
      expect(Math.abs(analytic - evidence.estimate)).toBeLessThan(10 * evidence.bar);
    const [central, fourth] = both.map((entries) =>
      Math.max(...entries.map((entry) => Math.abs(entry.analytic - entry.evidence.estimate))),
    );
    expect(fourth! * 10).toBeLessThan(central!);
  });

  it("covers a function with a large offset, whose noise grows with the offset", () => {
    for (const offset of [0, 1e3, 1e6, 1e9]) {
      const evidence = finiteDifference((x) => offset + Math.sin(x), 1);
      expect(Math.abs(evidence.estimate - Math.cos(1))).toBeLessThan(10 * evidence.bar);
      expect(evidence.bar).toBeGreaterThan(2e-11 * Math.abs(offset) * 0.5);
    }
  });

  it("covers a network that is nearly trained, whose error carries the rounding of larger numbers", () => {
    let beyond = 0;
    for (let seed = 0; seed < 20; seed += 1) {
      const tape = new Tape();
      const slots = emitNetwork(tape, drawNetwork([3, 5, 4, 2], random(`trained ${seed}`)), tanh);
      slots.target.forEach((slot, neuron) =>
        tape.write(slot, tape.value(slots.activations.at(-1)![neuron]!) + 1e-5),
      );
      tape.run();
      const derivative = adjoints(tape, slots.error);
      for (const slot of parametersOf(slots)) {
        const { estimate, bar, step } = differenceOnTape(tape, slots.error, slot);
        const miss = Math.abs(tape.value(derivative(slot)) - estimate);
        expect(miss).toBeLessThan(10 * bar);
        // The rounding of the error alone would be too narrow a bar (negative control).
        if (miss > (10 * 2 ** -52 * tape.value(slots.error)) / step) beyond += 1;
      }
    }
    expect(beyond).toBeGreaterThan(100);
  });

  it("divides by the step that was really made, far from 0 as well", () => {
    const { estimate, step } = finiteDifference((x) => 3 * x, 12345.678);
    expect(Math.abs(estimate - 3)).toBeLessThan(1e-10);
    expect(step).toBeCloseTo(12345.678 / 2 ** 17, 6);
  });
});

describe("the verdict on a derivative", () => {
  it("is 'agree' for at least 95 of 100 entries of a correct gradient, and never 'disagree'", () => {
    for (const g of [tanh, sigmoid, softplus]) {
      const entries = many([3, 5, 4, 2], g);
      expect(share(entries, "disagree")).toBe(0);
      expect(share(entries, "agree")).toBeGreaterThan(0.95);
    }
  });

  it("is 'disagree' for a gradient with a lost factor, and for one off by a hundred-thousandth", () => {
    const entries = many([3, 5, 4, 2], tanh);
    expect(share(entries, "disagree", 2)).toBeGreaterThan(0.95);
    expect(share(entries, "disagree", 1 + 1e-5)).toBeGreaterThan(0.9);
  });

  it("is 'cannot tell' below resolution: most entries of a network with tiny weights", () => {
    const entries = many([4, 5, 3, 2], tanh, 1e-3);
    expect(share(entries, "disagree")).toBe(0);
    expect(share(entries, "cannot tell")).toBeGreaterThan(0.5);
    for (const { analytic, evidence } of entries) {
      const isTold = judgeDerivative(analytic, evidence) === "agree";
      expect(resolution(analytic, evidence) <= 1e-4).toBe(isTold);
    }
    // At ordinary weights the same network can be told.
    expect(share(many([4, 5, 3, 2], tanh, 0.5), "cannot tell")).toBeLessThan(0.05);
  });

  it("is 'cannot tell' at the kink of relu, where the difference would say one half", () => {
    const tape = new Tape();
    const x = tape.input(0);
    const output = tape.apply(relu, 0, x);
    const evidence = differenceOnTape(tape, output, x);
    expect(evidence.estimate).toBe(0.5);
    expect(judgeDerivative(0, evidence)).toBe("cannot tell");
    // Without the pattern of the kinks the correct convention would be refused (negative control).
    expect(judgeDerivative(0, { ...evidence, hasKink: false })).toBe("disagree");
    const beside = differenceOnTape(tape, tape.apply(relu, 0, tape.add(x, tape.input(1))), x);
    expect(judgeDerivative(1, beside)).toBe("agree");
  });

  it("on relu networks is never 'disagree', and 'cannot tell' only for dead units and kinks", () => {
    const entries = many([4, 8, 6, 2], relu);
    expect(share(entries, "disagree")).toBe(0);
    const unclear = entries.filter(
      ({ analytic, evidence }) => judgeDerivative(analytic, evidence) === "cannot tell",
    );
    for (const { analytic, evidence } of unclear)
      expect(analytic === 0 || evidence.hasKink || resolution(analytic, evidence) > 1e-4).toBe(
        true,
      );
  });

  it("is 'cannot tell' where a number is missing", () => {
    expect(judgeDerivative(Number.NaN, finiteDifference(Math.sin, 1))).toBe("cannot tell");
    expect(judgeDerivative(1, finiteDifference(Math.log, -1))).toBe("cannot tell");
    expect(judgeDerivative(Infinity, finiteDifference(Math.sqrt, 0))).toBe("cannot tell");
  });

  it("is 'agree' on the zero of a function that does not move at all", () => {
    expect(
      judgeDerivative(
        0,
        finiteDifference(() => 0, 1),
      ),
    ).toBe("agree");
    expect(
      judgeDerivative(
        1e-9,
        finiteDifference(() => 0, 1),
      ),
    ).toBe("disagree");
  });
});
