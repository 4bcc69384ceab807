import type { Slot, Tape } from "../../../engine/index.ts";
import { exact, Exact, type Arithmetic } from "./arithmetic.ts";

/**
 * Computes one output of a tape in another arithmetic, operation by operation. It reads which operations
 * there are and from what, never their values, and of derivatives it knows nothing.
 */
export class Interpreter<Value> {
  readonly #tape: Tape;
  readonly #arithmetic: Arithmetic<Value>;
  readonly #output: Slot;
  /** What the output is computed from, in order, each with its operands. */
  readonly #operands: ReadonlyMap<Slot, readonly Slot[]>;
  readonly #values = new Map<Slot, Value>();

  constructor(tape: Tape, arithmetic: Arithmetic<Value>, output: Slot) {
    this.#tape = tape;
    this.#arithmetic = arithmetic;
    this.#output = output;
    this.#operands = upstream(tape, output);
    for (const [slot, operands] of this.#operands)
      this.#values.set(
        slot,
        this.#compute(
          slot,
          operands.map((one) => this.value(one)),
        ),
      );
  }

  /** Whether the output is computed from the slot. */
  has(slot: Slot): boolean {
    return this.#values.has(slot);
  }

  /** The value of a slot that the output is computed from. */
  value(slot: Slot): Value {
    const value = this.#values.get(slot);
    if (value === undefined) throw new RangeError(`the output does not depend on slot ${slot}`);
    return value;
  }

  /** The output after the slot was set to a value and all downstream of it was computed anew. */
  after(moved: Slot, value: Value): Value {
    const now = new Map<Slot, Value>([[moved, value]]);
    for (const [slot, operands] of this.#operands) {
      if (slot <= moved || !operands.some((operand) => now.has(operand))) continue;
      now.set(
        slot,
        this.#compute(
          slot,
          operands.map((one) => now.get(one) ?? this.value(one)),
        ),
      );
    }
    return now.get(this.#output) ?? this.value(this.#output);
  }

  #compute(slot: Slot, operands: readonly Value[]): Value {
    const { of, ...does } = this.#arithmetic;
    const kind = this.#tape.kindName(slot);
    const [first, second] = operands as [Value, Value];
    switch (kind) {
      case "input":
      case "constant":
        return of(this.#tape.value(slot));
      case "copy":
        return first;
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
      case "power":
      case "maximum":
        return does[kind](first, second);
      case "negate":
        return does.negate(first);
      case "sum":
        return operands.reduce(does.add);
      case "dot": {
        const half = operands.length / 2;
        const products = operands
          .slice(0, half)
          .map((left, place) => does.multiply(left, operands[place + half] as Value));
        return products.reduce(does.add);
      }
      case "apply": {
        const { fn, order } = this.#tape.appliedFunction(slot);
        const known = does.functions[fn.name];
        if (order === 0 && known) return known(first);
        throw new Error(`the reference does not know ${fn.name} of order ${order}`);
      }
      default:
        throw new Error(`the reference does not know the operation ${kind}`);
    }
  }
}

/**
 * The derivative of the output by a slot: a central difference in sixty digits. With the step 10⁻²⁰ what
 * is cut off and what is rounded away are both of the size 10⁻⁴⁰.
 */
export const derivativeOf = (
  interpreter: Interpreter<Exact>,
  slot: Slot,
  step: Exact = new Exact("1e-20"),
): Exact => {
  const at = interpreter.value(slot);
  const right = interpreter.after(slot, at.plus(step));
  return right.minus(interpreter.after(slot, at.minus(step))).div(step.times(2));
};

/** The interpreter that the reference is made with. */
export const inSixtyDigits = (tape: Tape, output: Slot): Interpreter<Exact> =>
  new Interpreter(tape, exact, output);

/** All that the output is computed from, itself included, in ascending order, each with its operands. */
function upstream(tape: Tape, output: Slot): Map<Slot, readonly Slot[]> {
  const found = new Map<Slot, readonly Slot[]>();
  const pending = [output];
  for (const slot of pending) {
    if (found.has(slot)) continue;
    const positions = Array.from({ length: tape.operandCount(slot) }, (_, position) => position);
    const operands = positions.map((position) => tape.operand(slot, position));
    found.set(slot, operands);
    pending.push(...operands);
  }
  return new Map([...found].sort(([one], [other]) => one - other));
}
