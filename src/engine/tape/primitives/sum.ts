import type { Primitive } from "../primitive.ts";

// Four running totals: an addition need not wait for the one before, and the error grows more slowly.
const totalOf = (values: Float64Array, code: Int32Array, begin: number, end: number): number => {
  const whole = begin + ((end - begin) & ~3);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let place = begin;
  for (; place < whole; place += 4) {
    first += values[code[place]!]!;
    second += values[code[place + 1]!]!;
    third += values[code[place + 2]!]!;
    fourth += values[code[place + 3]!]!;
  }
  for (; place < end; place += 1) first += values[code[place]!]!;
  return first + second + (third + fourth);
};

/** The sum of any number of operands. */
export const sum: Primitive = {
  name: "sum",
  shared: true,
  variadic: true,
  simplify: (tape, operands) => {
    if (operands.length === 0) return tape.constant(0);
    if (operands.length === 1) return operands[0];
    return operands.length === 2 ? tape.add(operands[0]!, operands[1]!) : undefined;
  },
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to;) {
      const begin = at + 2;
      const end = begin + code[at + 1]!;
      values[code[at]!] = totalOf(values, code, begin, end);
      at = end;
    }
  },
  local: (tape) => tape.constant(1),
  tangent: ({ tangents, operands }, begin, end) => {
    let total = 0;
    for (let place = begin; place < end; place += 1) total += tangents[operands[place]!]!;
    return total;
  },
};
