import type { Primitive } from "../primitive.ts";

/** The same value under a name of its own, so that setting the one does not set the other. */
export const copy: Primitive = {
  name: "copy",
  shared: false,
  evaluate: (values, operands, begin) => values[operands[begin]!]!,
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin) => tangents[operands[begin]!]!,
};
