import type { Primitive } from "../primitive.ts";

/** a / b, with ∂/∂a = 1/b and ∂/∂b = -(a/b)/b. */
export const divide: Primitive = {
  name: "divide",
  shared: true,
  simplify: (tape, [left, right]) => (tape.constantValue(right!) === 1 ? left : undefined),
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = values[code[at + 1]!]! / values[code[at + 2]!]!;
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
