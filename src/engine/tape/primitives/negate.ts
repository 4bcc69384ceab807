import type { Primitive } from "../primitive.ts";

/** -a. */
export const negate: Primitive = {
  name: "negate",
  shared: true,
  simplify: (tape, [of]) => (tape.kindName(of!) === "negate" ? tape.operand(of!, 0) : undefined),
  evaluate: (values, operands, begin) => -values[operands[begin]!]!,
  local: (tape) => tape.constant(-1),
  tangent: ({ tangents, operands }, begin) => -tangents[operands[begin]!]!,
};
