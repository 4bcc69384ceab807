import type { Primitive } from "../primitive.ts";

/** a + b. Adding the constant 0 is left out: it changes at most the sign of a zero. */
export const add: Primitive = {
  name: "add",
  shared: true,
  commutative: true,
  simplify: (tape, [left, right]) =>
    tape.constantValue(left!) === 0 ? right : tape.constantValue(right!) === 0 ? left : undefined,
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = values[code[at + 1]!]! + values[code[at + 2]!]!;
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin) =>
    tangents[operands[begin]!]! + tangents[operands[begin + 1]!]!,
};
