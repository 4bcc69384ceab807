import type { Slot } from "./primitive.ts";
import type { Tape } from "./tape.ts";

const none: ReadonlySet<Slot> = new Set();

const largest = (slots: Iterable<Slot>): number => {
  let most = -1;
  for (const slot of slots) most = Math.max(most, slot);
  return most;
};

const smallest = (slots: Iterable<Slot>): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const slot of slots) least = Math.min(least, slot);
  return least;
};

/** Marks all that the outputs are computed from, themselves included, down to slot `from`; `barriers` are marked but not crossed. */
const markUpstream = (
  tape: Tape,
  outputs: readonly Slot[],
  from: Slot,
  barriers: ReadonlySet<Slot>,
): Uint8Array => {
  const marks = new Uint8Array(largest(outputs) + 1);
  for (const output of outputs) marks[output] = 1;
  for (let slot = marks.length - 1; slot > from; slot -= 1) {
    if (marks[slot] === 0 || barriers.has(slot)) continue;
    const count = tape.operandCount(slot);
    for (let position = 0; position < count; position += 1) marks[tape.operand(slot, position)] = 1;
  }
  return marks;
};

/** The slots that some outputs are computed from, themselves included, in ascending order. */
export const upstreamOf = (tape: Tape, outputs: readonly Slot[]): Int32Array =>
  indicesOf(markUpstream(tape, outputs, -1, none), (mark) => mark === 1);

/** The slots that an output is computed from, itself included, in ascending order. */
export const upstream = (
  tape: Tape,
  output: Slot,
  barriers: ReadonlySet<Slot> = none,
): Int32Array => {
  const marks = markUpstream(tape, [output], -1, barriers);
  return indicesOf(marks, (mark) => mark === 1);
};

/**
 * The slots that must be computed again for the outputs when the sources are set: what lies
 * downstream of a source and upstream of an output, in ascending order. A source is set, not
 * computed, so it is not in the list even if it lies downstream of another one.
 */
export const affected = (
  tape: Tape,
  sources: ReadonlySet<Slot>,
  outputs: readonly Slot[],
): Int32Array => {
  const from = smallest(sources);
  const marks = markUpstream(tape, outputs, from, none);
  const isMoved = (slot: Slot): boolean => marks[slot] === 2 || sources.has(slot);
  for (let slot = from + 1; slot < marks.length; slot += 1) {
    if (marks[slot] !== 1 || sources.has(slot)) continue;
    const count = tape.operandCount(slot);
    for (let position = 0; position < count; position += 1) {
      if (!isMoved(tape.operand(slot, position))) continue;
      marks[slot] = 2;
      break;
    }
  }
  return indicesOf(marks, (mark) => mark === 2);
};

/** Whether one of the outputs is, or is computed from, one of the slots. */
export const dependsOn = (tape: Tape, outputs: readonly Slot[], on: ReadonlySet<Slot>): boolean => {
  if (on.size === 0) return false;
  const marks = markUpstream(tape, outputs, smallest(on), none);
  for (const slot of on) if (marks[slot] === 1) return true;
  return false;
};

const indicesOf = (marks: Uint8Array, isWanted: (mark: number) => boolean): Int32Array => {
  let count = 0;
  for (const mark of marks) if (isWanted(mark)) count += 1;
  const indices = new Int32Array(count);
  let place = 0;
  for (let index = 0; place < count; index += 1)
    if (isWanted(marks[index]!)) indices[place++] = index;
  return indices;
};
