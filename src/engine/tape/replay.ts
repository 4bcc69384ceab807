import type { Slot } from "./primitive.ts";
import { affected } from "./reach.ts";
import type { Tape } from "./tape.ts";

/**
 * Emits a second copy of all that lies between the overridden slots and the outputs, with each
 * overridden slot replaced by another one, and returns the outputs of that copy. The first copy
 * stays; what does not lie downstream is used by both.
 */
export const replay = (
  tape: Tape,
  overrides: ReadonlyMap<Slot, Slot>,
  outputs: readonly Slot[],
): Slot[] => {
  const replaced = new Map(overrides);
  const nowAt = (slot: Slot): Slot => replaced.get(slot) ?? slot;
  for (const slot of affected(tape, new Set(overrides.keys()), outputs)) {
    const operands = Array.from({ length: tape.operandCount(slot) }, (_, position) =>
      nowAt(tape.operand(slot, position)),
    );
    replaced.set(slot, tape.repeat(slot, operands));
  }
  return outputs.map(nowAt);
};
