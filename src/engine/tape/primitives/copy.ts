import type { Primitive } from "../primitive.ts";

/** The same value under a name of its own, so that setting the one does not set the other. */
export const copy: Primitive = {
  name: "copy",
  shared: false,
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      values[slot] = values[operands[offsets[slot]!]!]!;
    }
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin) => tangents[operands[begin]!]!,
};
