import type { Primitive } from "../primitive.ts";

/** The same value under a name of its own, so that setting the one does not set the other. */
export const copy: Primitive = {
  name: "copy",
  shared: false,
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 2) values[code[at]!] = values[code[at + 1]!]!;
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin) => tangents[operands[begin]!]!,
};
