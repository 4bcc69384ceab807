import { describe, expect, it } from "vitest";
import { drawNetwork, emitNetwork, parametersOf } from "../fixtures/network.ts";
import { relu, tanh } from "../functions/index.ts";
import { random } from "../random.ts";
import { adjoints, dependsOn, Intervention, perturbed, replay, Tape } from "./index.ts";

const sizes = [3, 5, 4, 2];

describe("an intervention", () => {
  it("on a weight equals the network built anew with that weight", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = drawNetwork(sizes, random(`set ${seed}`));
      const tape = new Tape();
      const slots = emitNetwork(tape, drawn, tanh);
      const weights = structuredClone(drawn.weights) as number[][][];
      weights[1]![2]![3] = 0.75;
      const rebuilt = new Tape();
      const { error } = emitNetwork(rebuilt, { ...drawn, weights }, tanh);
      const [set] = perturbed(tape, new Map([[slots.weights[1]![2]![3]!, 0.75]]), [slots.error]);
      expect(set).toBe(rebuilt.value(error));
      expect(set).not.toBe(tape.value(slots.error));
    }
  });

  it("on a pre-activation keeps what lies upstream and leaves the tape as it was", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork(sizes, random("inside")), tanh);
    const before = tape.values.slice(0, tape.length);
    const hidden = slots.preActivations[1]![0]!;
    const [above, below] = [slots.activations[1]![0]!, slots.activations[0]![0]!];
    const [moved, same] = perturbed(tape, new Map([[hidden, 2]]), [above, below]);
    expect(moved).toBe(Math.tanh(2));
    expect(same).toBe(tape.value(below));
    expect(tape.values.slice(0, tape.length)).toEqual(before);
  });

  it("on two slots keeps the second even where it lies downstream of the first", () => {
    const tape = new Tape();
    const x = tape.input(1);
    const square = tape.copy(tape.multiply(x, x));
    const sum = tape.add(square, x);
    const both = new Map([
      [x, 3],
      [square, 100],
    ]);
    expect([...perturbed(tape, both, [sum, square, x])]).toEqual([103, 100, 3]);
    expect([...perturbed(tape, new Map([[x, 3]]), [sum, square, x])]).toEqual([12, 9, 3]);
  });

  it("on nothing gives the present values", () => {
    const tape = new Tape();
    const sum = tape.add(tape.input(1), tape.input(2));
    expect([...perturbed(tape, new Map(), [sum])]).toEqual([3]);
  });

  it("leaves the tape as it was also when a function throws", () => {
    const tape = new Tape();
    const x = tape.input(1);
    const fragile = {
      name: "fragile",
      derivatives: [
        (value: number): number => {
          if (value > 1) throw new Error("too large");
          return value;
        },
      ],
    };
    const output = tape.apply(fragile, 0, x);
    const intervention = new Intervention(tape, [x], [output]);
    expect(() => intervention.at([2])).toThrow("too large");
    expect([tape.value(x), tape.value(output)]).toEqual([1, 1]);
  });

  it("tells on which side of their kinks the operations are", () => {
    const tape = new Tape();
    const x = tape.input(0.5);
    const output = tape.maximum(tape.apply(relu, 0, x), tape.constant(1));
    const intervention = new Intervention(tape, [x], [output]);
    const sides = [-1, 0, 0.5, 0.75, 1, 2].map((value) => intervention.sidesAt([value]));
    expect(sides[2]).toBe(sides[3]);
    expect(new Set(sides).size).toBe(5);
  });
});

describe("a replay", () => {
  it("equals the intervention with the same number, and its derivative the one there", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork(sizes, random("replay")), tanh);
    const z = slots.preActivations[1]![2]!;
    const shift = tape.input(0.125);
    const [second] = replay(tape, new Map([[z, tape.add(z, shift)]]), [slots.error]);
    const expected = perturbed(tape, new Map([[z, tape.value(z) + 0.125]]), [slots.error])[0]!;
    expect(tape.value(second!)).toBe(expected);
    expect(tape.value(second!)).not.toBe(tape.value(slots.error));

    tape.write(shift, 0);
    tape.run();
    expect(tape.value(second!)).toBe(tape.value(slots.error));
    const byShift = tape.value(adjoints(tape, second!)(shift));
    expect(byShift).toBeCloseTo(tape.value(adjoints(tape, slots.error)(z)), 14);
  });

  it("follows when the network below it is written", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork(sizes, random("follow")), tanh);
    const z = slots.preActivations[0]![1]!;
    const [second] = replay(tape, new Map([[z, tape.constant(0.5)]]), [slots.error]);
    tape.write(slots.weights[2]![1]![0]!, -0.4);
    tape.run();
    expect(tape.value(second!)).toBe(perturbed(tape, new Map([[z, 0.5]]), [slots.error])[0]);
  });

  it("returns an output that is not downstream, or is overridden itself, as it is", () => {
    const tape = new Tape();
    const [x, y] = [tape.input(1), tape.input(2)];
    const product = tape.multiply(x, tape.apply(tanh, 0, y));
    expect(replay(tape, new Map([[x, y]]), [y, x])).toEqual([y, y]);
    expect(replay(tape, new Map([[x, y]]), [product])).not.toEqual([product]);
  });
});

describe("dependence", () => {
  it("is what an intervention can move", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork([2, 3, 2], random("depends")), tanh);
    const outputs = [...slots.preActivations.flat(), ...slots.activations.flat(), slots.error];
    for (const parameter of [...parametersOf(slots), ...slots.input, ...slots.target])
      for (const output of outputs) {
        const [moved] = perturbed(tape, new Map([[parameter, 9]]), [output]);
        const isMoved = moved !== tape.value(output);
        expect(dependsOn(tape, [output], new Set([parameter]))).toBe(isMoved);
      }
    expect(dependsOn(tape, outputs, new Set())).toBe(false);
    expect(dependsOn(tape, [slots.input[0]!], new Set([slots.input[0]!]))).toBe(true);
  });
});
