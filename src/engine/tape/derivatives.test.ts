import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOnTape, fourthOrderDifference } from "../evidence/index.ts";
import { ln, sigmoid, sin, softplus, sqrt, tanh } from "../functions/index.ts";
import type { SmoothFunction } from "../functions/index.ts";
import { adjoints, tangents, Tape } from "./index.ts";
import type { Slot } from "./index.ts";

type Step = readonly [operation: number, first: number, second: number];
type Operation = (tape: Tape, x: Slot, y: Slot) => Slot;

/** Every primitive, wrapped so that values stay near 1 and inside the domains. */
const operations: Operation[] = [
  (tape, x, y) => tape.add(x, y),
  (tape, x, y) => tape.subtract(x, y),
  (tape, x, y) => tape.apply(sin, 0, tape.multiply(x, y)),
  (tape, x, y) => tape.divide(x, tape.add(tape.apply(softplus, 0, y), tape.constant(1))),
  (tape, x) => tape.negate(x),
  (tape, x) => tape.copy(x),
  (tape, x, y) => tape.power(tape.add(tape.apply(sigmoid, 0, x), tape.constant(0.5)), y),
  (tape, x) => tape.power(tape.apply(tanh, 0, x), tape.constant(3)),
  (tape, x, y) => tape.apply(tanh, 0, tape.sum([x, y, x, x, y])),
  (tape, x, y) => tape.apply(tanh, 0, tape.dot([x, y, x], [y, y, tape.constant(0.3)])),
  (tape, x, y) => tape.maximum(tape.apply(sin, 0, x), tape.apply(tanh, 0, y)),
  (tape, x) => tape.apply(ln, 0, tape.add(tape.multiply(x, x), tape.constant(1))),
  (tape, x) => tape.apply(sqrt, 0, tape.add(tape.multiply(x, x), tape.constant(1))),
];

const programs = fc.record({
  inputs: fc.array(fc.integer({ min: -64, max: 64 }), { minLength: 3, maxLength: 3 }),
  steps: fc.array(fc.tuple(fc.nat(operations.length - 1), fc.nat(5), fc.nat(5)), {
    minLength: 1,
    maxLength: 14,
  }),
});

const emitProgram = (start: readonly number[], steps: readonly Step[]) => {
  const tape = new Tape();
  const inputs = start.map((value) => tape.input(value / 37));
  const slots = [...inputs];
  for (const [operation, first, second] of steps) {
    const pick = (back: number): Slot => slots[Math.max(0, slots.length - 1 - back)]!;
    slots.push(tape.apply(tanh, 0, operations[operation]!(tape, pick(first), pick(second))));
  }
  return { tape, inputs, slots, output: tape.sum(slots.slice(-3)) };
};

describe("reverse mode, forward mode and finite differences", () => {
  it("agree on random programs, by every quantity in them", () => {
    let kinks = 0;
    let compared = 0;
    fc.assert(
      fc.property(programs, ({ inputs, steps }) => {
        const { tape, slots, output } = emitProgram(inputs, steps);
        const derivative = adjoints(tape, output);
        for (const slot of slots) {
          const reverse = tape.value(derivative(slot));
          const [forward] = tangents(tape, new Map([[slot, 1]]), [output]);
          expect(Math.abs(reverse - forward!)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(reverse)));
          const evidence = differenceOnTape(tape, output, slot);
          if (evidence.hasKink) kinks += 1;
          else expect(Math.abs(reverse - evidence.estimate)).toBeLessThanOrEqual(10 * evidence.bar);
          compared += 1;
        }
      }),
      { numRuns: 150, seed: 20 },
    );
    expect(compared).toBeGreaterThan(1000);
    expect(kinks / compared).toBeLessThan(0.1);
  });

  it("disagree when a function comes with a wrong derivative (negative control)", () => {
    const [value, slope] = tanh.derivatives;
    const wrong: SmoothFunction = {
      name: "wrong",
      derivatives: [value!, (x) => slope!(x) * 1.001],
    };
    const tape = new Tape();
    const x = tape.input(0.6);
    const output = tape.apply(wrong, 0, tape.multiply(x, x));
    const reverse = tape.value(adjoints(tape, output)(x));
    const evidence = differenceOnTape(tape, output, x);
    expect(Math.abs(reverse - evidence.estimate)).toBeGreaterThan(10 * evidence.bar);
  });

  it("agree on second derivatives of random programs", () => {
    const smooth = operations.length;
    fc.assert(
      fc.property(programs, ({ inputs, steps }) => {
        const withoutMaximum = steps.filter(([operation]) => operation % smooth !== 10);
        const program = emitProgram(inputs, withoutMaximum);
        const { tape, output } = program;
        const gradient = program.inputs.map(adjoints(tape, output));
        gradient.forEach((first, row) => {
          const second = program.inputs.map(adjoints(tape, first));
          program.inputs.forEach((input, column) => {
            const reverse = tape.value(second[column]!);
            const [forward] = tangents(tape, new Map([[input, 1]]), [first]);
            expect(Math.abs(reverse - forward!)).toBeLessThanOrEqual(
              1e-11 * (1 + Math.abs(reverse)),
            );
            const mirrored = tape.value(adjoints(tape, gradient[column]!)(program.inputs[row]!));
            expect(Math.abs(reverse - mirrored)).toBeLessThanOrEqual(
              1e-11 * (1 + Math.abs(reverse)),
            );
            const evidence = differenceOnTape(tape, first, input, fourthOrderDifference);
            expect(Math.abs(reverse - evidence.estimate)).toBeLessThan(10 * evidence.bar + 1e-11);
          });
        });
      }),
      { numRuns: 60, seed: 21 },
    );
  });
});

describe("reverse mode", () => {
  it("gives the second derivative of the squared miss of one neuron, as worked out by hand", () => {
    const tape = new Tape();
    const [w, x, b, y] = [0.8, 1.5, -0.3, 0.25];
    const slots = [w, x, b, y].map((value) => tape.input(value));
    const z = tape.add(tape.multiply(slots[0]!, slots[1]!), slots[2]!);
    const miss = tape.subtract(tape.apply(tanh, 0, z), slots[3]!);
    const error = tape.multiply(tape.constant(0.5), tape.power(miss, tape.constant(2)));
    const t = Math.tanh(w * x + b);
    const slope = 1 - t * t;
    const first = adjoints(tape, error)(slots[0]!);
    expect(tape.value(first)).toBeCloseTo((t - y) * slope * x, 14);
    const byHand = x * x * (slope * slope + (t - y) * (-2 * t * slope));
    expect(tape.value(adjoints(tape, first)(slots[0]!))).toBeCloseTo(byHand, 14);
  });

  it("counts no path through a held slot: the direct derivative beside the total one", () => {
    const tape = new Tape();
    const v = tape.input(3);
    const u = tape.copy(tape.multiply(v, v));
    const w = tape.copy(tape.add(tape.multiply(u, v), u)); // w = uv + u with u = v²
    expect(tape.value(adjoints(tape, w)(v))).toBe(3 * 9 + 2 * 3);
    expect(tape.value(adjoints(tape, w, new Set([u]))(v))).toBe(9);
    expect(tape.value(adjoints(tape, w, new Set([u]))(u))).toBe(4);
    expect(adjoints(tape, w, new Set([u]))).toBe(adjoints(tape, w, new Set([u])));
    expect(adjoints(tape, w, new Set([u]))).not.toBe(adjoints(tape, w));
  });

  it("gives the constant 0 for what is not upstream, and 1 for the output itself", () => {
    const tape = new Tape();
    const [x, y] = [tape.input(1), tape.input(2)];
    const [output, later] = [tape.apply(sin, 0, x), tape.apply(tanh, 0, x)];
    const derivative = adjoints(tape, output);
    expect(derivative(y)).toBe(tape.constant(0));
    expect(derivative(later)).toBe(tape.constant(0));
    expect(tape.value(derivative(output))).toBe(1);
  });

  it("follows when an input is written", () => {
    const tape = new Tape();
    const x = tape.input(0.2);
    const slope = adjoints(tape, tape.apply(sin, 0, x))(x);
    tape.write(x, 1.1);
    tape.run();
    expect(tape.value(slope)).toBe(Math.cos(1.1));
  });

  it("crosses a chain of 200 000 operations without running out of stack", () => {
    const tape = new Tape();
    const x = tape.input(0.5);
    let chain = x;
    for (let length = 0; length < 200_000; length += 1) chain = tape.copy(chain);
    expect(tape.value(adjoints(tape, chain)(x))).toBe(1);
  });

  it("gives each of two equal numbers half of the slope of their maximum", () => {
    const tape = new Tape();
    const [x, y] = [tape.input(2), tape.input(2)];
    const top = tape.maximum(x, y);
    expect([x, y].map((slot) => tape.value(adjoints(tape, top)(slot)))).toEqual([0.5, 0.5]);
    expect(tangents(tape, new Map([[x, 1]]), [top])[0]).toBe(0.5);
  });
});
