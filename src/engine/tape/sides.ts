import type { Slot } from "./primitive.ts";
import { apply, kindOf, maximum } from "./primitives/index.ts";
import type { Tape } from "./tape.ts";

const applyKind = kindOf(apply);
const maximumKind = kindOf(maximum);

/**
 * On which side of their kinks the listed operations are, one character for each that has any
 * (of a maximum: which operand is the larger). This is the activation pattern of a ReLU network.
 */
export const sidesOf = (tape: Tape, slots: Iterable<Slot>): string => {
  const { kinds, values } = tape.storage;
  let sides = "";
  for (const slot of slots) {
    if (kinds[slot] === maximumKind) {
      const ahead = values[tape.operand(slot, 0)]! - values[tape.operand(slot, 1)]!;
      sides += ahead > 0 ? "+" : ahead < 0 ? "-" : "0";
    } else if (kinds[slot] === applyKind) {
      const kinks = tape.appliedFunction(slot).fn.kinks ?? [];
      const x = values[tape.operand(slot, 0)]!;
      for (const kink of kinks) sides += x > kink ? "+" : x < kink ? "-" : "0";
    }
  }
  return sides;
};
