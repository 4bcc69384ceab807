import { backwardPass } from "./fixtures/backward-pass.ts";
import { drawNetwork, emitNetwork, parametersOf } from "./fixtures/network.ts";
import { nanosecondsEach } from "../book/measurements/speed/stopwatch.ts";
import { tanh } from "./functions/index.ts";
import { random } from "./random.ts";
import { adjoints, Tape } from "./tape/index.ts";
import type { Slot } from "./tape/index.ts";

/* What the engine costs. Figures only: nothing here can fail. */

const print = (what: string, figure: string): void => console.log(`${what.padEnd(58)} ${figure}`);
const time = (nanoseconds: number): string =>
  nanoseconds < 10_000 ? `${nanoseconds.toFixed(0)} ns` : `${(nanoseconds / 1000).toFixed(1)} µs`;

/** 20 000 random sums, differences, products and negations: the bare cost of one operation. */
const scalarOperations = (): void => {
  const draw = random("scalar operations");
  const emit = (): { tape: Tape; first: Slot } => {
    const tape = new Tape();
    const slots = Array.from({ length: 50 }, () => tape.input(draw.normal()));
    for (let count = 0; count < 20_000; count += 1) {
      const [x, y] = [draw.pick(slots), draw.pick(slots)];
      const results = [tape.add, tape.subtract, tape.multiply];
      const operation = results[draw.integer(4)];
      slots.push(operation ? operation.call(tape, x, y) : tape.negate(x));
    }
    return { tape, first: slots[0]! };
  };
  const { tape, first } = emit();
  let value = 0;
  const write = (): number => {
    tape.write(first, (value += 1e-9));
    return tape.run();
  };
  const evaluated = write();
  const [run, emission] = nanosecondsEach([write, emit]) as [number, number];
  print("one scalar operation, evaluated", `${(run / evaluated).toFixed(1)} ns`);
  print("one scalar operation, emitted", `${(emission / tape.length).toFixed(0)} ns`);
};

/** An input is written and the error and its whole gradient follow, against the same written by hand. */
const network = (sizes: readonly number[]): void => {
  const drawn = drawNetwork(sizes, random("bench"), 1 / Math.sqrt(sizes[0]!));
  const tape = new Tape();
  const slots = emitNetwork(tape, drawn, tanh);
  parametersOf(slots).forEach(adjoints(tape, slots.error));
  const hand = backwardPass(drawn, Math.tanh, tanh.derivatives[1]!);

  const moved = slots.input[0]!;
  let [onTape, byHand] = [0, 0];
  let operations = 0;
  const [tapeTime, handTime] = nanosecondsEach([
    () => {
      tape.write(moved, (onTape += 1e-9));
      operations = tape.run();
    },
    () => {
      hand.inputs[0]![0] = byHand += 1e-9;
      hand.run();
    },
  ]) as [number, number];
  const name = `${sizes.join("-")} net, one input moved, all gradients`;
  const figures = `${time(tapeTime)} for ${operations} operations, by hand ${time(handTime)}`;
  print(name, `${figures}: ${(tapeTime / handTime).toFixed(2)} times`);
};

/** A training step: every weight and bias is written. */
const trainingStep = (sizes: readonly number[]): void => {
  const tape = new Tape();
  const slots = emitNetwork(tape, drawNetwork(sizes, random("training")), tanh);
  const parameters = parametersOf(slots);
  const gradients = parameters.map(adjoints(tape, slots.error));
  const [step] = nanosecondsEach([
    () => {
      parameters.forEach((parameter, place) => {
        tape.write(parameter, tape.value(parameter) - 1e-6 * tape.value(gradients[place]!));
      });
      tape.run();
    },
  ]) as [number];
  print(`${sizes.join("-")} net, one step of gradient descent`, time(step));
};

scalarOperations();
for (const sizes of [
  [2, 3, 2],
  [3, 5, 4, 2],
  [64, 64, 64],
])
  network(sizes);
for (const sizes of [
  [2, 3, 2],
  [3, 5, 4, 2],
])
  trainingStep(sizes);
