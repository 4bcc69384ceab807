import type { Primitive } from "../primitive.ts";

/** a - b. */
export const subtract: Primitive = {
  name: "subtract",
  shared: true,
  simplify: (tape, [left, right]) => (tape.constantValue(right!) === 0 ? left : undefined),
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      const begin = offsets[slot]!;
      values[slot] = values[operands[begin]!]! - values[operands[begin + 1]!]!;
    }
  },
  local: (tape, _slot, position) => tape.constant(position === 0 ? 1 : -1),
  tangent: ({ tangents, operands }, begin) =>
    tangents[operands[begin]!]! - tangents[operands[begin + 1]!]!,
};
