import type { Primitive, Slot } from "../primitive.ts";
import type { Tape } from "../tape.ts";

/** 1·x is x and -1·x is -x exactly; 0·x stays, because x may become infinite or not a number. */
const byUnit = (tape: Tape, factor: Slot, other: Slot): Slot | undefined => {
  const value = tape.constantValue(factor);
  return value === 1 ? other : value === -1 ? tape.negate(other) : undefined;
};

/** a · b. */
export const multiply: Primitive = {
  name: "multiply",
  shared: true,
  commutative: true,
  simplify: (tape, [left, right]) => byUnit(tape, left!, right!) ?? byUnit(tape, right!, left!),
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = values[code[at + 1]!]! * values[code[at + 2]!]!;
  },
  local: (tape, slot, position) => tape.operand(slot, 1 - position),
  tangent: ({ values, tangents, operands }, begin) => {
    const left = operands[begin]!;
    const right = operands[begin + 1]!;
    return tangents[left]! * values[right]! + values[left]! * tangents[right]!;
  },
};
