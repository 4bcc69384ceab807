import type { Primitive } from "../primitive.ts";

/** -a. */
export const negate: Primitive = {
  name: "negate",
  shared: true,
  simplify: (tape, [of]) => (tape.kindName(of!) === "negate" ? tape.operand(of!, 0) : undefined),
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 2) values[code[at]!] = -values[code[at + 1]!]!;
  },
  local: (tape) => tape.constant(-1),
  tangent: ({ tangents, operands }, begin) => -tangents[operands[begin]!]!,
};
