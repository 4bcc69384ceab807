import type { Pocket, Reader } from "./reader.ts";
import { numbersOf, tensorsOf } from "./reader.ts";

/** A unit is saturated where the slope of g is below this. */
const FLAT = 1e-3;

/**
 * Why the numbers of this network cannot refute some wrong rules, each reason a sentence. `slopes` are
 * the values of g′ of every layer from 2 on, where they are known.
 */
export function hidingNotes(
  reader: Reader,
  pocket: Pocket,
  slopes: readonly (readonly number[])[] = [],
): string[] {
  const { sizes, g } = reader;
  const tensors = tensorsOf(sizes).map((tensor) => ({
    ...tensor,
    numbers: numbersOf(reader, pocket, tensor),
  }));
  const weights = tensors.filter(({ letter }) => letter === "theta");
  const notes: string[] = [];
  const twins = sizes.findIndex((size, at) => at > 0 && size === sizes[at - 1]);
  if (twins > 0)
    notes.push(
      `Layers ${twins} and ${twins + 1} are equally wide: a forgotten transpose still has the right shape.`,
    );
  if (sizes.every((size) => size === 1))
    notes.push("Every layer has one neuron: a forgotten sum or transpose makes no difference.");
  const symmetric = weights.find(
    ({ rows, columns, numbers }) => rows === columns && rows > 1 && isSymmetric(numbers, rows),
  );
  if (symmetric)
    notes.push(`θ of layer ${symmetric.layer} is symmetric: it equals its own transpose.`);
  const equal = weights.find(
    ({ numbers }) => numbers.length > 1 && numbers.every((one) => one === numbers[0]),
  );
  if (equal)
    notes.push(
      `All weights of layer ${equal.layer} are equal: swapped indices make no difference.`,
    );
  const zero = tensors.find(
    ({ letter, numbers }) => letter !== "y" && numbers.some((one) => one === 0),
  );
  if (zero) notes.push(`${nameOf(zero)} holds a 0: what it is multiplied with cannot be seen.`);
  if (g === "identity")
    notes.push("With g = identity the slope is 1: a forgotten g′ makes no difference.");
  if (g === "relu")
    notes.push(
      "With g = relu the slopes at a and at z are equal, and 0 or 1: taking the wrong one makes no difference.",
    );
  if (g !== "relu" && slopes.some((layer) => layer.some((slope) => Math.abs(slope) < FLAT)))
    notes.push(
      "A neuron is saturated: its slope is nearly 0, and so is all that passes through it.",
    );
  if (g === "relu" && slopes.some((layer) => layer.some((slope) => slope === 0)))
    notes.push("A neuron is switched off: nothing passes through it.");
  return notes;
}

const isSymmetric = (numbers: readonly number[], size: number): boolean =>
  numbers.every((one, at) => one === numbers[(at % size) * size + Math.floor(at / size)]);

const nameOf = ({ letter, layer }: { letter: string; layer: number | null }): string =>
  layer === null ? letter : `${letter === "theta" ? "θ" : letter} of layer ${layer}`;
