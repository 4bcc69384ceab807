import type { Primitive } from "../primitive.ts";

/** -a. */
export const negate: Primitive = {
  name: "negate",
  shared: true,
  simplify: (tape, [of]) => (tape.kindName(of!) === "negate" ? tape.operand(of!, 0) : undefined),
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      values[slot] = -values[operands[offsets[slot]!]!]!;
    }
  },
  local: (tape) => tape.constant(-1),
  tangent: ({ tangents, operands }, begin) => -tangents[operands[begin]!]!,
};
