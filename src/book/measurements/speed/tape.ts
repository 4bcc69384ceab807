import { adjoints, Program, quantity, valueKey, type Network } from "../../../engine/index.ts";
import { Budget } from "../../../language/index.ts";
import { loadModel } from "../../models.ts";
import type { Contestant, Problem } from "./contestant.ts";

/** A problem as a network of the book's model for one example, or for several. */
export function programOf({ network, examples }: Problem): Program {
  const isBatch = examples.length > 1;
  const given = new Map<string, readonly number[]>();
  network.weights.forEach((matrix, at) => given.set(valueKey("\\theta", [at + 1]), matrix.flat()));
  network.biases.forEach((bias, at) => given.set(valueKey("b", [at + 1]), bias));
  examples.forEach(({ input, target }, at) => {
    given.set(valueKey("x", isBatch ? [at + 1] : []), input);
    given.set(valueKey("y", isBatch ? [at + 1] : []), target);
  });
  const concrete: Network = {
    counts: { L: network.sizes.length, m: examples.length },
    widths: { n: network.sizes },
    choices: { g: { name: "tanh", slope: 1 } },
    seed: "speed",
    given,
  };
  const program = new Program(loadModel(isBatch ? "feedforward-batch" : "feedforward"), concrete);
  program.restart(new Budget(Number.POSITIVE_INFINITY));
  return program;
}

/** The slots of all weights, layer after layer and row after row, then of all biases. */
export const parameterSlots = (program: Program, layers: number): number[] =>
  ["\\theta", "b"].flatMap((name) =>
    Array.from({ length: layers - 1 }, (_, at) => quantity(program, name, [at + 1]).slots).flat(),
  );

/** What the definitions of the book's own model become: the machine of every page. */
export function tape(problem: Problem): Contestant {
  const program = programOf(problem);
  const { tape: machine } = program;
  const error = quantity(program, "E", []).slots[0]!;
  const parameters = parameterSlots(program, problem.network.sizes.length);
  const rates = parameters.map(adjoints(machine, error));
  const isBatch = problem.examples.length > 1;
  const inputs = problem.examples.map(
    (_, at) => quantity(program, "x", isBatch ? [at + 1] : []).slots,
  );
  return {
    name: "the tape",
    how: "what the book's own definitions become",
    precision: 1e-12,
    run: (values) => {
      for (let r = 0; r < values.length; r += 1) {
        const [slots, own] = [inputs[r]!, values[r]!];
        for (let at = 0; at < own.length; at += 1) machine.write(slots[at]!, own[at]!);
      }
      machine.run();
    },
    read: () => ({
      error: machine.value(error),
      gradient: rates.map((slot) => machine.value(slot)),
    }),
  };
}
