import type { Primitive } from "../primitive.ts";

/** a - b. */
export const subtract: Primitive = {
  name: "subtract",
  shared: true,
  simplify: (tape, [left, right]) => (tape.constantValue(right!) === 0 ? left : undefined),
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = values[code[at + 1]!]! - values[code[at + 2]!]!;
  },
  local: (tape, _slot, position) => tape.constant(position === 0 ? 1 : -1),
  tangent: ({ tangents, operands }, begin) =>
    tangents[operands[begin]!]! - tangents[operands[begin + 1]!]!,
};
