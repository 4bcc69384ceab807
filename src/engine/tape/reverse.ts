import { Consumers } from "./consumers.ts";
import type { Slot } from "./primitive.ts";
import type { Tape } from "./tape.ts";

/** Gives the slot that holds the derivative of the output by a slot. */
export type Adjoints = (slot: Slot) => Slot;

const none: ReadonlySet<Slot> = new Set();
const compiled = new WeakMap<Tape, Map<string, Adjoints>>();

/**
 * Reverse mode, compiled onto the same tape: the derivative of an output by any slot is a slot
 * itself, so it is computed again by `run`, and may be differentiated again.
 *
 * The derivative is the total one, along every path from the slot to the output; paths through a
 * `held` slot do not count, and neither does anything behind a held output. What the output does
 * not depend on gives the constant 0. Operations are emitted when a slot is asked for, and only
 * those between it and the output. Asking twice for the same (output, held) gives the same function.
 */
export const adjoints = (tape: Tape, output: Slot, held: ReadonlySet<Slot> = none): Adjoints => {
  const key = `${output}|${[...held].sort((left, right) => left - right).join()}`;
  const ofTape = compiled.get(tape) ?? new Map<string, Adjoints>();
  compiled.set(tape, ofTape);
  let found = ofTape.get(key);
  if (!found) ofTape.set(key, (found = compile(tape, output, held)));
  return found;
};

const compile = (tape: Tape, output: Slot, held: ReadonlySet<Slot>): Adjoints => {
  const consumers = new Consumers(tape, output, held);
  const known = new Map<Slot, Slot>([[output, tape.constant(1)]]);

  return (asked) => {
    if (!consumers.has(asked)) return tape.constant(0);
    // A stack of our own instead of recursion: a chain may be a million operations long.
    const pending = [asked];
    while (pending.length > 0) {
      const slot = pending.at(-1)!;
      const before = pending.length;
      if (!known.has(slot))
        consumers.each(slot, (consumer) => {
          if (!known.has(consumer)) pending.push(consumer);
        });
      if (pending.length > before) continue;
      pending.pop();
      if (!known.has(slot)) known.set(slot, gather(tape, consumers, known, slot));
    }
    return known.get(asked)!;
  };
};

/** The chain rule at one slot: over all its uses, the adjoint of the user times the local derivative. */
const gather = (
  tape: Tape,
  consumers: Consumers,
  known: ReadonlyMap<Slot, Slot>,
  slot: Slot,
): Slot => {
  const arriving: Slot[] = [];
  const locals: Slot[] = [];
  const one = tape.constant(1);
  let isPlainSum = true;
  consumers.each(slot, (consumer, position) => {
    const local = tape.local(consumer, position);
    arriving.push(known.get(consumer)!);
    locals.push(local);
    isPlainSum &&= local === one;
  });
  return isPlainSum ? tape.sum(arriving) : tape.dot(arriving, locals);
};
