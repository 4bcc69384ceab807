import { random, type DrawnNetwork, type Example } from "../../../engine/index.ts";

/** A network and the examples that go through it: what every engine computes. Hidden and output layers have g = tanh. */
export interface Problem {
  readonly network: DrawnNetwork;
  readonly examples: readonly Example[];
}

/** The error, the mean of ½ Σ (a - y)² over the examples, and its derivatives. */
export interface Answer {
  readonly error: number;
  /** By all weights, layer after layer and row after row, then by all biases. */
  readonly gradient: readonly number[];
}

/** An engine that computes the error of a problem and all its derivatives. */
export interface Contestant {
  readonly name: string;
  /** How it is used, in a few words. */
  readonly how: string;
  /** How far its numbers may be off, relative to the largest of them: it may compute in single precision. */
  readonly precision: number;
  /** Takes new inputs, one array an example, and computes the error and all derivatives by weights and biases. */
  run(inputs: readonly (readonly number[])[]): void;
  /** What the last run found. */
  read(): Answer;
}

/** A random problem; the weights are small enough for tanh to stay away from its ends. */
export function drawProblem(sizes: readonly number[], count: number): Problem {
  const draw = random(`speed ${sizes.join("-")}`);
  const normals = (length: number, factor = 1): number[] =>
    Array.from({ length }, () => factor * draw.normal());
  const scale = 1 / Math.sqrt(sizes[0]!);
  const weights = sizes
    .slice(1)
    .map((to, at) => Array.from({ length: to }, () => normals(sizes[at]!, scale)));
  const biases = sizes.slice(1).map((to) => normals(to, scale));
  const examples = Array.from({ length: count }, () => ({
    input: normals(sizes[0]!),
    target: normals(sizes.at(-1)!),
  }));
  return { network: { sizes, weights, biases, ...examples[0]! }, examples };
}
