import type { Primitive } from "../primitive.ts";
import { products } from "../products/index.ts";

/** The sum of the products of pairs. All left factors come first, then all right factors. */
export const dot: Primitive = {
  name: "dot",
  shared: true,
  variadic: true,
  simplify: (tape, operands) => {
    if (operands.length === 0) return tape.constant(0);
    return operands.length === 2 ? tape.multiply(operands[0]!, operands[1]!) : undefined;
  },
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to;) {
      const count = code[at + 1]! >> 1;
      const begin = at + 2;
      const middle = begin + count;
      let total = 0;
      for (let place = begin; place < middle; place += 1)
        total += values[code[place]!]! * values[code[place + count]!]!;
      values[code[at]!] = total;
      at = middle + count;
    }
  },
  arrange: products,
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
