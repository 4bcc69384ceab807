import type { AppliedFunction } from "./primitive.ts";
import { leafKinds, primitives } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

/** Taken out of the list once: the loop below then makes one indirect call a slot and nothing else. */
const evaluators = primitives.map((primitive) => primitive.evaluate);

/** Computes the value of one slot from its operands; leaves keep theirs. */
export const evaluateSlot = (
  storage: Storage,
  functions: readonly AppliedFunction[],
  slot: number,
): void => {
  const { kinds, values, offsets, operands } = storage;
  const kind = kinds[slot]!;
  if (kind < leafKinds) return;
  const evaluate = evaluators[kind]!;
  values[slot] = evaluate(values, operands, offsets[slot]!, offsets[slot + 1]!, functions);
};

/** Computes all slots from `from` on, in order. Returns how many operations were evaluated. */
export const evaluateFrom = (
  storage: Storage,
  functions: readonly AppliedFunction[],
  from: number,
): number => {
  const { kinds, values, offsets, operands, length } = storage;
  let evaluated = 0;
  for (let slot = from; slot < length; slot += 1) {
    const kind = kinds[slot]!;
    if (kind < leafKinds) continue;
    const evaluate = evaluators[kind]!;
    values[slot] = evaluate(values, operands, offsets[slot]!, offsets[slot + 1]!, functions);
    evaluated += 1;
  }
  return evaluated;
};

/** Computes the listed slots, which must be in ascending order and no leaves. */
export const evaluateList = (
  storage: Storage,
  functions: readonly AppliedFunction[],
  slots: Int32Array,
): void => {
  const { kinds, values, offsets, operands } = storage;
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place]!;
    const evaluate = evaluators[kinds[slot]!]!;
    values[slot] = evaluate(values, operands, offsets[slot]!, offsets[slot + 1]!, functions);
  }
};
