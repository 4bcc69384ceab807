import { all, create, type Matrix } from "mathjs";
import type { Contestant, Problem } from "./contestant.ts";

const math = create(all!);

/**
 * The forward pass and the backward pass of the textbook as matrix expressions, compiled once. The examples are
 * the columns; `u` is a row of ones, and a quote is the transpose.
 */
function expressions(layers: number): string[] {
  const forward: string[] = [];
  const backward = [`D${layers} = (A${layers} - Y) .* (1 - A${layers} .^ 2) / m`];
  for (let k = 1; k < layers; k += 1)
    forward.push(`A${k + 1} = map(T${k} * A${k} + B${k} * u, tanh)`);
  for (let k = layers - 1; k >= 1; k -= 1) {
    backward.push(`G${k} = D${k + 1} * A${k}'`, `H${k} = D${k + 1} * u'`);
    if (k > 1) backward.push(`D${k} = (T${k}' * D${k + 1}) .* (1 - A${k} .^ 2)`);
  }
  return [...forward, `E = sum((A${layers} - Y) .^ 2) / (2 m)`, ...backward];
}

/** Rows become columns. */
const turned = (rows: readonly (readonly number[])[]): number[][] =>
  rows[0]!.map((_, at) => rows.map((row) => row[at]!));

/** Expressions of mathjs; it has no derivatives of matrices, so the backward pass is written out. */
export function mathjs({ network, examples }: Problem): Contestant {
  const layers = network.sizes.length;
  const scope = new Map<string, unknown>([
    ["m", examples.length],
    ["u", math.matrix([examples.map(() => 1)])],
    ["Y", math.matrix(turned(examples.map(({ target }) => target)))],
  ]);
  network.weights.forEach((matrix, at) =>
    scope.set(`T${at + 1}`, math.matrix(matrix.map((row) => [...row]))),
  );
  network.biases.forEach((bias, at) => scope.set(`B${at + 1}`, math.matrix(turned([bias]))));
  const program = math.compile(expressions(layers).join("\n"));
  const entries = (name: string): number[] =>
    ((scope.get(name) as Matrix).toArray() as number[][]).flat();
  const each = Array.from({ length: layers - 1 }, (_, at) => at + 1);
  return {
    name: "mathjs",
    how: "compiled matrix expressions, the backward pass written out",
    precision: 1e-12,
    run: (inputs) => {
      scope.set("A1", math.matrix(turned(inputs)));
      program.evaluate(scope);
    },
    read: () => ({
      error: scope.get("E") as number,
      gradient: [...each.map((k) => `G${k}`), ...each.map((k) => `H${k}`)].flatMap(entries),
    }),
  };
}
