import { isVariadic, primitives } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

/** How many numbers of code a slot takes. */
export const codeLength = ({ kinds, offsets }: Storage, slot: number): number =>
  offsets[slot + 1]! - offsets[slot]! + (isVariadic[kinds[slot]!]! ? 2 : 1);

/** Writes the code of a slot, as the primitives read it, from a place on. Returns the place behind it. */
export const encode = (
  { kinds, offsets, operands }: Storage,
  slot: number,
  code: Int32Array,
  place: number,
): number => {
  const [begin, end] = [offsets[slot]!, offsets[slot + 1]!];
  let next = place;
  code[next++] = slot;
  if (isVariadic[kinds[slot]!]!) code[next++] = end - begin;
  for (let operand = begin; operand < end; operand += 1) code[next++] = operands[operand]!;
  return next;
};

let single = new Int32Array(64);

/** Computes the value of one slot that is no leaf. */
export const evaluateSlot = (storage: Storage, kind: number, slot: number): void => {
  const length = codeLength(storage, slot);
  if (length > single.length) single = new Int32Array(2 * length);
  encode(storage, slot, single, 0);
  primitives[kind]!.evaluate(storage, single, 0, length);
};
