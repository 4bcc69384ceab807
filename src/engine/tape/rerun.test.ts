import { describe, expect, it } from "vitest";
import { drawNetwork, emitNetwork, parametersOf } from "../fixtures/network.ts";
import { sigmoid, sin, tanh } from "../functions/index.ts";
import { random } from "../random.ts";
import { adjoints, Tape } from "./index.ts";

describe("running a tape again", () => {
  it("gives after any mixture of writes what a tape built from the new numbers gives", () => {
    const draw = random("mixture");
    const build = (values?: readonly number[]) => {
      const tape = new Tape();
      const slots = emitNetwork(tape, drawNetwork([3, 4, 2], random("start")), tanh);
      const inputs = [...parametersOf(slots), ...slots.input, ...slots.target];
      values?.forEach((value, place) => tape.write(inputs[place]!, value));
      tape.run();
      const results = [slots.error, ...inputs.map(adjoints(tape, slots.error))];
      return { tape, inputs, results, read: () => results.map((slot) => tape.value(slot)) };
    };
    const { tape, inputs, read } = build();
    for (let round = 0; round < 60; round += 1) {
      const before = read();
      // One input again and again, all of them, a handful: each changes which schedule is kept.
      const few = draw.integer(3) === 0 ? inputs.length : 1 + draw.integer(3);
      for (const slot of draw.shuffle(inputs).slice(0, few)) tape.write(slot, draw.normal());
      expect(read()).toEqual(before);
      tape.run();
      expect(read()).toEqual(build(inputs.map((slot) => tape.value(slot))).read());
      expect(read()).not.toEqual(before);
    }
  });

  it("reaches what was emitted after the last run, also between a write and the run", () => {
    const tape = new Tape();
    const x = tape.input(1);
    const first = tape.apply(sin, 0, x);
    tape.write(x, 2);
    tape.run();
    const second = tape.apply(sin, 0, first);
    tape.write(x, 3);
    const third = tape.apply(sin, 0, second);
    expect(tape.run()).toBe(3);
    expect(tape.value(third)).toBe(Math.sin(Math.sin(Math.sin(3))));
    tape.write(x, 4);
    tape.run();
    expect(tape.value(second)).toBe(Math.sin(Math.sin(4)));
  });

  it("computes only what the written input changes", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork([3, 5, 4, 2], random("only")), tanh);
    const operationsAfter = (slot: number): number => {
      tape.write(slot, tape.value(slot) + 0.1);
      return tape.run();
    };
    const byTarget = operationsAfter(slots.target[0]!);
    const byLastBias = operationsAfter(slots.biases[2]![0]!);
    const byInput = operationsAfter(slots.input[0]!);
    expect(byTarget).toBe(5); // miss, square, their sum, the half, the error's name
    expect(byLastBias).toBe(byTarget + 4); // and z with its name, a with its name
    expect(byInput).toBeGreaterThan(byLastBias);

    // Also after all were written at once: the large schedule is not kept for one small change.
    for (const slot of parametersOf(slots)) tape.write(slot, tape.value(slot) / 2);
    expect(tape.run()).toBe(byInput);
    expect(operationsAfter(slots.biases[2]![0]!)).toBe(byLastBias);
  });

  it("keeps hidden units equal to the last bit if they start equal, however long they train", () => {
    const trained = (scale: number): number[][] => {
      const drawn = drawNetwork([2, 4, 1], random("equal"), scale);
      const tape = new Tape();
      const slots = emitNetwork(tape, drawn, sigmoid);
      const parameters = parametersOf(slots);
      if (scale === 0) for (const slot of parameters) tape.write(slot, 0.5);
      const gradient = parameters.map(adjoints(tape, slots.error));
      for (let step = 0; step < 500; step += 1) {
        const next = parameters.map((p, place) => tape.value(p) - tape.value(gradient[place]!));
        parameters.forEach((slot, place) => tape.write(slot, next[place]!));
        slots.input.forEach((slot, place) => tape.write(slot, (step >> place) & 1));
        slots.target.forEach((slot) => tape.write(slot, (step ^ (step >> 1)) & 1));
        tape.run();
      }
      return slots.weights[0]!.map((row) => row.map((slot) => tape.value(slot)));
    };
    const [first, ...others] = trained(0);
    for (const other of others) expect(other).toEqual(first);
    expect(first).not.toEqual([0.5, 0.5]);
    const [one, another] = trained(1);
    expect(one).not.toEqual(another);
  });
});
