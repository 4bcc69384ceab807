import type { Primitive } from "../primitive.ts";

// Four running totals: an addition need not wait for the one before, and the error grows more slowly.
const totalOf = (
  values: Float64Array,
  operands: Int32Array,
  begin: number,
  end: number,
): number => {
  const whole = begin + ((end - begin) & ~3);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let place = begin;
  for (; place < whole; place += 4) {
    first += values[operands[place]!]!;
    second += values[operands[place + 1]!]!;
    third += values[operands[place + 2]!]!;
    fourth += values[operands[place + 3]!]!;
  }
  for (; place < end; place += 1) first += values[operands[place]!]!;
  return first + second + (third + fourth);
};

/** The sum of any number of operands. */
export const sum: Primitive = {
  name: "sum",
  shared: true,
  simplify: (tape, operands) => {
    if (operands.length === 0) return tape.constant(0);
    if (operands.length === 1) return operands[0];
    return operands.length === 2 ? tape.add(operands[0]!, operands[1]!) : undefined;
  },
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      values[slot] = totalOf(values, operands, offsets[slot]!, offsets[slot + 1]!);
    }
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin, end) => {
    let total = 0;
    for (let place = begin; place < end; place += 1) total += tangents[operands[place]!]!;
    return total;
  },
};
