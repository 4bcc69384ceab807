import type { Primitive } from "../primitive.ts";

/** a / b, with ∂/∂a = 1/b and ∂/∂b = -(a/b)/b. */
export const divide: Primitive = {
  name: "divide",
  shared: true,
  simplify: (tape, [left, right]) => (tape.constantValue(right!) === 1 ? left : undefined),
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      const begin = offsets[slot]!;
      values[slot] = values[operands[begin]!]! / values[operands[begin + 1]!]!;
    }
  },
  local: (tape, slot, position) => {
    const divisor = tape.operand(slot, 1);
    return position === 0
      ? tape.divide(tape.constant(1), divisor)
      : tape.negate(tape.divide(slot, divisor));
  },
  tangent: ({ values, tangents, operands }, begin) => {
    const above = operands[begin]!;
    const below = operands[begin + 1]!;
    const quotient = values[above]! / values[below]!;
    return (tangents[above]! - quotient * tangents[below]!) / values[below]!;
  },
};
