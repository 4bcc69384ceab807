import type { Primitive } from "../primitive.ts";

/** a + b. Adding the constant 0 is left out: it changes at most the sign of a zero. */
export const add: Primitive = {
  name: "add",
  shared: true,
  commutative: true,
  simplify: (tape, [left, right]) =>
    tape.constantValue(left!) === 0 ? right : tape.constantValue(right!) === 0 ? left : undefined,
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      const begin = offsets[slot]!;
      values[slot] = values[operands[begin]!]! + values[operands[begin + 1]!]!;
    }
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin) =>
    tangents[operands[begin]!]! + tangents[operands[begin + 1]!]!,
};
