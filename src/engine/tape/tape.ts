import type { SmoothFunction } from "../functions/index.ts";
import { evaluateSlot } from "./evaluate.ts";
import type { AppliedFunction, Primitive, Slot } from "./primitive.ts";
import * as kinds from "./primitives/index.ts";
import { Rerun } from "./rerun.ts";
import { SharedSlots } from "./sharing.ts";
import { Storage } from "./storage.ts";

const inputKind = kinds.kindOf(kinds.input);
const constantKind = kinds.kindOf(kinds.constant);

/**
 * The scalar program of a page on one network: operations over slots, each computed from earlier
 * slots. Emitting an operation computes it at once; after `write`, `run` computes again what
 * follows. Equal expressions are one slot, except inputs and copies.
 *
 * Every method that takes a slot throws a RangeError if the tape has no such slot.
 */
export class Tape {
  /** For the modules of this folder: the flat arrays. Read anew after emitting, never written elsewhere. */
  readonly storage = new Storage();
  readonly #functionPlaces = new Map<SmoothFunction, number[]>();
  readonly #constants = new Map<number | "-0", Slot>();
  readonly #shared = new SharedSlots();
  readonly #rerun = new Rerun(this.storage);

  /** How many slots there are. */
  get length(): number {
    return this.storage.length;
  }

  /** All values, one a slot; only to be read. A new array replaces it when the tape grows. */
  get values(): Float64Array {
    return this.storage.values;
  }

  /** The present value. After `write` it may be stale until `run`. */
  value(slot: Slot): number {
    this.#check(slot);
    return this.storage.values[slot]!;
  }

  /** A leaf that `write` may change later. Two inputs are always two slots. */
  input(value: number): Slot {
    const slot = this.storage.append(inputKind, []);
    this.storage.values[slot] = value;
    return slot;
  }

  /** The slot of a fixed number; one a value, with 0 and -0 kept apart. */
  constant(value: number): Slot {
    const key = Object.is(value, -0) ? "-0" : value;
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const slot = this.storage.append(constantKind, []);
    this.storage.values[slot] = value;
    this.#constants.set(key, slot);
    return slot;
  }

  /** A slot of its own with the value of another: the name of a quantity, never shared. */
  copy(of: Slot): Slot {
    return this.#emit(kinds.copy, [of]);
  }

  add(left: Slot, right: Slot): Slot {
    return this.#emit(kinds.add, [left, right]);
  }

  subtract(left: Slot, right: Slot): Slot {
    return this.#emit(kinds.subtract, [left, right]);
  }

  multiply(left: Slot, right: Slot): Slot {
    return this.#emit(kinds.multiply, [left, right]);
  }

  divide(above: Slot, below: Slot): Slot {
    return this.#emit(kinds.divide, [above, below]);
  }

  negate(of: Slot): Slot {
    return this.#emit(kinds.negate, [of]);
  }

  power(base: Slot, exponent: Slot): Slot {
    return this.#emit(kinds.power, [base, exponent]);
  }

  maximum(left: Slot, right: Slot): Slot {
    return this.#emit(kinds.maximum, [left, right]);
  }

  /** The sum of any number of slots; of none, the constant 0. */
  sum(slots: readonly Slot[]): Slot {
    return this.#emit(kinds.sum, slots);
  }

  /** The sum of left[n] · right[n]; of none, the constant 0. Throws if the lengths differ. */
  dot(left: readonly Slot[], right: readonly Slot[]): Slot {
    if (left.length !== right.length)
      throw new RangeError(`dot of ${left.length} and ${right.length} slots`);
    // One order for both spellings, so that they share a slot.
    const isOrdered = !(right[0]! < left[0]!);
    return this.#emit(kinds.dot, isOrdered ? left.concat(right) : right.concat(left));
  }

  /** The order-th derivative of a function at x. Throws if the function does not list that order. */
  apply(fn: SmoothFunction, order: number, x: Slot): Slot {
    return this.#emit(kinds.apply, [x, this.#functionPlace(fn, order)]);
  }

  /** Changes an input. The rest of the tape follows with the next `run`. Throws if it is no input. */
  write(slot: Slot, value: number): void {
    this.#check(slot);
    if (this.storage.kinds[slot] !== inputKind)
      throw new TypeError(`slot ${slot} is no input, its kind is ${this.kindName(slot)}`);
    if (Object.is(this.storage.values[slot], value)) return;
    this.storage.values[slot] = value;
    this.#rerun.note(slot);
  }

  /** Computes again what the written inputs change. Returns how many operations that were. */
  run(): number {
    return this.#rerun.run();
  }

  /** The name of the primitive that computes a slot. */
  kindName(slot: Slot): string {
    return this.#primitive(slot).name;
  }

  /** The value of a slot that can never change, otherwise undefined. */
  constantValue(slot: Slot): number | undefined {
    return this.storage.kinds[slot] === constantKind ? this.storage.values[slot] : undefined;
  }

  /** How many operands of a slot are slots. */
  operandCount(slot: Slot): number {
    const { offsets, kinds: kindOf } = this.storage;
    return offsets[slot + 1]! - offsets[slot]! - kinds.trailingOf[kindOf[slot]!]!;
  }

  /** The operand of a slot at a position, from 0. */
  operand(slot: Slot, position: number): Slot {
    return this.storage.operands[this.storage.offsets[slot]! + position]!;
  }

  /** Which function at which order a slot of kind `apply` computes. */
  appliedFunction(slot: Slot): AppliedFunction {
    return this.storage.functions[this.operand(slot, 1)]!;
  }

  /** Emits, on earlier slots of the same number, the operation that computes `slot`. */
  repeat(slot: Slot, operands: readonly Slot[]): Slot {
    const { offsets, operands: stored } = this.storage;
    const plain = stored.slice(offsets[slot]! + operands.length, offsets[slot + 1]);
    return this.#emit(this.#primitive(slot), [...operands, ...plain]);
  }

  /** Emits the partial derivative of a slot by its operand at a position. */
  local(slot: Slot, position: number): Slot {
    return this.#primitive(slot).local(this, slot, position);
  }

  #primitive(slot: Slot): Primitive {
    return kinds.primitives[this.storage.kinds[slot]!]!;
  }

  #emit(primitive: Primitive, given: readonly number[]): Slot {
    const count = given.length - (primitive.trailing ?? 0);
    let isConstant = count > 0 && primitive.shared;
    for (let place = 0; place < count; place += 1) {
      this.#check(given[place]!);
      isConstant &&= this.constantValue(given[place]!) !== undefined;
    }
    const simpler = primitive.simplify?.(this, given);
    if (simpler !== undefined) return simpler;

    const isExchanged = primitive.commutative === true && given[1]! < given[0]!;
    const operands = isExchanged ? [given[1]!, given[0]!] : given;
    const kind = kinds.kindOf(primitive);
    const known = primitive.shared ? this.#shared.find(this.storage, kind, operands) : -1;
    if (known >= 0) return known;

    const slot = this.storage.append(kind, operands);
    evaluateSlot(this.storage, kind, slot);
    if (isConstant) return this.#foldLast(slot);
    if (primitive.shared) this.#shared.add(slot, kind, operands);
    return slot;
  }

  /** An operation on constants is a constant: the slot just appended is taken back. */
  #foldLast(slot: Slot): Slot {
    const value = this.storage.values[slot]!;
    this.storage.length = slot;
    return this.constant(value);
  }

  #functionPlace(fn: SmoothFunction, order: number): number {
    const evaluate = fn.derivatives[order];
    if (!evaluate) throw new RangeError(`${fn.name} has no derivative of order ${order}`);
    let places = this.#functionPlaces.get(fn);
    if (!places) this.#functionPlaces.set(fn, (places = []));
    return (places[order] ??= this.storage.functions.push({ fn, order, evaluate }) - 1);
  }

  #check(slot: Slot): void {
    if (!(slot >= 0 && slot < this.storage.length))
      throw new RangeError(`the tape has no slot ${slot}`);
  }
}
