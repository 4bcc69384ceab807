import { describe, expect, it } from "vitest";
import { backwardPass } from "../fixtures/backward-pass.ts";
import { drawNetwork, emitNetwork, parametersOf } from "../fixtures/network.ts";
import { sigmoid, softplus, tanh } from "../functions/index.ts";
import { random } from "../random.ts";
import { adjoints, tangents, Tape } from "./index.ts";

const largestMiss = (ours: readonly number[], theirs: readonly number[]): number => {
  const scale = Math.max(...theirs.map(Math.abs));
  return Math.max(...ours.map((value, place) => Math.abs(value - theirs[place]!))) / scale;
};

describe("a 3-5-4-2 network on the tape", () => {
  const sizes = [3, 5, 4, 2];

  it.each([tanh, sigmoid, softplus])(
    "has the gradient of a backward pass written by hand: $name",
    (g) => {
      for (let seed = 0; seed < 20; seed += 1) {
        const drawn = drawNetwork(sizes, random(`by hand ${seed}`));
        const tape = new Tape();
        const slots = emitNetwork(tape, drawn, g);
        const gradient = parametersOf(slots).map(adjoints(tape, slots.error));
        const hand = backwardPass(drawn, g.derivatives[0]!, g.derivatives[1]!);
        expect(tape.value(slots.error)).toBeCloseTo(hand.run(), 12);
        const byHand = [...hand.weightGradients, ...hand.biasGradients].flatMap((array) => [
          ...array,
        ]);
        expect(
          largestMiss(
            gradient.map((slot) => tape.value(slot)),
            byHand,
          ),
        ).toBeLessThan(1e-13);

        // A step along the gradient, as in training, and both follow.
        slots.weights[0]!.flat().forEach((slot, place) => {
          const moved = tape.value(slot) - 0.1 * byHand[place]!;
          tape.write(slot, moved);
          hand.weights[0]![place] = moved;
        });
        tape.run();
        hand.run();
        const again = [...hand.weightGradients, ...hand.biasGradients].flatMap((array) => [
          ...array,
        ]);
        expect(
          largestMiss(
            gradient.map((slot) => tape.value(slot)),
            again,
          ),
        ).toBeLessThan(1e-13);
        expect(largestMiss(again, byHand)).toBeGreaterThan(1e-13);
      }
    },
  );

  it("does not have the gradient of a backward pass without g' (negative control)", () => {
    const drawn = drawNetwork(sizes, random("without slope"));
    const tape = new Tape();
    const slots = emitNetwork(tape, drawn, tanh);
    const gradient = slots.weights[0]!.flat().map(adjoints(tape, slots.error));
    const wrong = backwardPass(drawn, Math.tanh, () => 1);
    wrong.run();
    const values = gradient.map((slot) => tape.value(slot));
    expect(largestMiss(values, [...wrong.weightGradients[0]!])).toBeGreaterThan(0.01);
  });

  it("has by every pre-activation the same delta in reverse and in forward mode", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork(sizes, random("deltas")), tanh);
    const delta = adjoints(tape, slots.error);
    for (const z of slots.preActivations.flat()) {
      const [forward] = tangents(tape, new Map([[z, 1]]), [slots.error]);
      expect(tape.value(delta(z))).toBeCloseTo(forward!, 13);
    }
  });

  it("moves in forward mode a set quantity at its own speed, whatever moves below it", () => {
    const tape = new Tape();
    const slots = emitNetwork(tape, drawNetwork(sizes, random("own speed")), tanh);
    const [weight, z] = [slots.weights[0]![1]![0]!, slots.preActivations[0]![1]!];
    const both = new Map([
      [weight, 1],
      [z, 1],
    ]);
    const [alone] = tangents(tape, new Map([[z, 1]]), [slots.error]);
    expect(tangents(tape, both, [slots.error])[0]).toBe(alone);
    expect(tangents(tape, new Map([[weight, 1]]), [slots.error])[0]).not.toBe(alone);
  });

  it("satisfies the adjoint identity ⟨v, J u⟩ = ⟨Jᵀ v, u⟩ for random u and v", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const draw = random(`identity ${seed}`);
      const tape = new Tape();
      const slots = emitNetwork(tape, drawNetwork(sizes, draw), sigmoid);
      const parameters = parametersOf(slots);
      const outputs = slots.activations.at(-1)!;
      const u = parameters.map(() => draw.normal());
      const v = outputs.map(() => draw.normal());
      const seeds = new Map(parameters.map((slot, place) => [slot, u[place]!]));
      const pushed = tangents(tape, seeds, outputs);
      const left = pushed.reduce((total, value, place) => total + value * v[place]!, 0);
      const weighted = tape.dot(
        outputs,
        v.map((value) => tape.constant(value)),
      );
      const pulled = parameters.map(adjoints(tape, weighted));
      const right = pulled.reduce((total, slot, place) => total + tape.value(slot) * u[place]!, 0);
      expect(Math.abs(left - right)).toBeLessThan(1e-13 * (1 + Math.abs(left)));
    }
  });

  it("loses the signal with sigmoid over ten layers, at most a quarter a layer, and not with tanh", () => {
    const ratio = (g: typeof tanh): number => {
      const draw = random("vanishing");
      const tape = new Tape();
      const slots = emitNetwork(tape, drawNetwork(Array(11).fill(30), draw, 1 / Math.sqrt(30)), g);
      const delta = adjoints(tape, slots.error);
      const norm = (layer: readonly number[]): number =>
        Math.hypot(...layer.map((slot) => tape.value(delta(slot))));
      return norm(slots.preActivations[0]!) / norm(slots.preActivations.at(-1)!);
    };
    expect(ratio(sigmoid)).toBeLessThan(1e-4);
    expect(ratio(tanh)).toBeGreaterThan(1e-3);
  });
});
