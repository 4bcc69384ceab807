import type { Primitive } from "../primitive.ts";

// Four running totals, as in the sum.
const productOf = (
  values: Float64Array,
  operands: Int32Array,
  begin: number,
  end: number,
): number => {
  const count = (end - begin) >> 1;
  const middle = begin + count;
  const whole = begin + (count & ~3);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let place = begin;
  for (; place < whole; place += 4) {
    const pair = place + count;
    first += values[operands[place]!]! * values[operands[pair]!]!;
    second += values[operands[place + 1]!]! * values[operands[pair + 1]!]!;
    third += values[operands[place + 2]!]! * values[operands[pair + 2]!]!;
    fourth += values[operands[place + 3]!]! * values[operands[pair + 3]!]!;
  }
  for (; place < middle; place += 1)
    first += values[operands[place]!]! * values[operands[place + count]!]!;
  return first + second + (third + fourth);
};

/** The sum of the products of pairs. All left factors come first, then all right factors. */
export const dot: Primitive = {
  name: "dot",
  shared: true,
  simplify: (tape, operands) => {
    if (operands.length === 0) return tape.constant(0);
    return operands.length === 2 ? tape.multiply(operands[0]!, operands[1]!) : undefined;
  },
  evaluate: ({ values, offsets, operands }, slots, from, to) => {
    for (let place = from; place < to; place += 1) {
      const slot = slots[place]!;
      values[slot] = productOf(values, operands, offsets[slot]!, offsets[slot + 1]!);
    }
  },
  local: (tape, slot, position) => {
    const count = tape.operandCount(slot) / 2;
    return tape.operand(slot, position < count ? position + count : position - count);
  },
  tangent: ({ values, tangents, operands }, begin, end) => {
    const count = (end - begin) >> 1;
    let total = 0;
    for (let place = begin; place < begin + count; place += 1) {
      const left = operands[place]!;
      const right = operands[place + count]!;
      total += tangents[left]! * values[right]! + values[left]! * tangents[right]!;
    }
    return total;
  },
};
