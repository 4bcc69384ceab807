import { ln } from "../../functions/index.ts";
import type { Primitive } from "../primitive.ts";

/** base ^ exponent, with the exponents -1, 0, 1 and 2 as plain arithmetic: it is exact and quick. */
export const power: Primitive = {
  name: "power",
  shared: true,
  simplify: (tape, [base, exponent]) => {
    switch (tape.constantValue(exponent!)) {
      case -1:
        return tape.divide(tape.constant(1), base!);
      case 0:
        return tape.constant(1);
      case 1:
        return base;
      case 2:
        return tape.multiply(base!, base!);
      default:
        return undefined;
    }
  },
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = values[code[at + 1]!]! ** values[code[at + 2]!]!;
  },
  local: (tape, slot, position) => {
    const base = tape.operand(slot, 0);
    const exponent = tape.operand(slot, 1);
    if (position === 1) return tape.multiply(slot, tape.apply(ln, 0, base));
    return tape.multiply(exponent, tape.power(base, tape.subtract(exponent, tape.constant(1))));
  },
  tangent: ({ values, tangents, operands }, begin) => {
    const base = values[operands[begin]!]!;
    const exponent = values[operands[begin + 1]!]!;
    const ofBase = tangents[operands[begin]!]!;
    const ofExponent = tangents[operands[begin + 1]!]!;
    // A part that does not move is left out: its factor need not exist (the logarithm of a negative base).
    const first = ofBase === 0 ? 0 : ofBase * exponent * base ** (exponent - 1);
    return ofExponent === 0 ? first : first + ofExponent * Math.log(base) * base ** exponent;
  },
};
