import type { DualSweep, Slot } from "./primitive.ts";
import { leafKinds, primitives } from "./primitives/index.ts";
import type { Tape } from "./tape.ts";

/**
 * Forward mode by dual numbers: the directional derivative of the outputs when each seed slot
 * moves at the given speed. An interior slot as a seed is set, as in an intervention: it moves at
 * its own speed, whatever moves upstream of it. One number an output, in their order.
 *
 * It shares no code with reverse mode: each primitive has a rule of its own for numbers, and
 * nothing is emitted.
 */
export const tangents = (
  tape: Tape,
  seeds: ReadonlyMap<Slot, number>,
  outputs: readonly Slot[],
): Float64Array => {
  const { kinds, values, offsets, operands, functions } = tape.storage;
  const speeds = new Float64Array(tape.length);
  const sweep: DualSweep = { values, tangents: speeds, offsets, operands, functions };
  let first = tape.length;
  for (const [slot, speed] of seeds) {
    speeds[slot] = speed;
    first = Math.min(first, slot);
  }
  const last = outputs.reduce((most, output) => Math.max(most, output), -1);
  for (let slot = first + 1; slot <= last; slot += 1) {
    const kind = kinds[slot]!;
    if (kind < leafKinds || seeds.has(slot)) continue;
    if (!hasMovingOperand(tape, speeds, slot)) continue;
    speeds[slot] = primitives[kind]!.tangent(sweep, offsets[slot]!, offsets[slot + 1]!);
  }
  return Float64Array.from(outputs, (output) => speeds[output]!);
};

/** What rests is skipped: 0 times an infinite local derivative would not be a number. */
const hasMovingOperand = (tape: Tape, speeds: Float64Array, slot: Slot): boolean => {
  const count = tape.operandCount(slot);
  for (let position = 0; position < count; position += 1)
    if (speeds[tape.operand(slot, position)] !== 0) return true;
  return false;
};
