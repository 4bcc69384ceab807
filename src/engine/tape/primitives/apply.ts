import type { Primitive } from "../primitive.ts";

/** A smooth function, or one of its derivatives, at x. Operands: the slot of x, the place in the tape's table of functions. */
export const apply: Primitive = {
  name: "apply",
  shared: true,
  trailing: 1,
  evaluate: ({ values, offsets, operands, functions }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      const begin = offsets[slot]!;
      values[slot] = functions[operands[begin + 1]!]!.evaluate(values[operands[begin]!]!);
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
