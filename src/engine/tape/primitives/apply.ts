import type { Primitive } from "../primitive.ts";

/** A smooth function, or one of its derivatives, at x. Operands: the slot of x, the place in the tape's table of functions. */
export const apply: Primitive = {
  name: "apply",
  shared: true,
  trailing: 1,
  evaluate: ({ values, functions }, code, from, to) => {
    for (let at = from; at < to;) {
      const place = code[at + 2]!;
      const { evaluate } = functions[place]!;
      for (; at < to && code[at + 2] === place; at += 3)
        values[code[at]!] = evaluate(values[code[at + 1]!]!);
    }
  },
  local: (tape, slot) => {
    const { fn, order } = tape.appliedFunction(slot);
    return tape.apply(fn, order + 1, tape.operand(slot, 0));
  },
  tangent: ({ values, tangents, operands, functions }, begin) => {
    const { fn, order } = functions[operands[begin + 1]!]!;
    const slope = fn.derivatives[order + 1]?.(values[operands[begin]!]!) ?? Number.NaN;
    return slope * tangents[operands[begin]!]!;
  },
};
