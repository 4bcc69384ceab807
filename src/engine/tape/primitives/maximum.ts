import { step } from "../../functions/index.ts";
import type { Primitive } from "../primitive.ts";

/** The larger of two numbers. At a tie each counts for one half, in both derivative rules. */
export const maximum: Primitive = {
  name: "maximum",
  shared: true,
  commutative: true,
  evaluate: ({ values }, code, from, to) => {
    for (let at = from; at < to; at += 3)
      values[code[at]!] = Math.max(values[code[at + 1]!]!, values[code[at + 2]!]!);
  },
  local: (tape, slot, position) => {
    const own = tape.operand(slot, position);
    const other = tape.operand(slot, 1 - position);
    return tape.apply(step, 0, tape.subtract(own, other));
  },
  tangent: ({ values, tangents, operands }, begin) => {
    const left = operands[begin]!;
    const right = operands[begin + 1]!;
    const ahead = values[left]! - values[right]!;
    if (ahead > 0) return tangents[left]!;
    if (ahead < 0) return tangents[right]!;
    return (tangents[left]! + tangents[right]!) / 2;
  },
};
