import type { Affine, Block, Builder, Model, Scope, Shape, Span } from "../../language/index.ts";
import {
  Budget,
  evaluateAffine,
  isScalar,
  lettersOf,
  TOO_MUCH_WORK,
} from "../../language/index.ts";
import { findFunction } from "../functions/index.ts";
import type { Network } from "../network.ts";
import { Rounding, Tape } from "../tape/index.ts";
import type { SmoothFunction } from "../tape/index.ts";
import { Absent, Stop } from "./refusal.ts";
import { Resolution, type Kink } from "./resolution.ts";

/** Values of index letters while an expression is compiled. */
export type Letters = ReadonlyMap<string, number>;

/** Passing over a slot costs little; a step costs about as much as this many slots passed over. */
const PASSED_PER_STEP = 500;

/** A first derivative on the tape: `slot` is the rate of `output` by `input`. */
export interface Rate {
  readonly output: number;
  readonly input: number;
  readonly slot: number;
}

/**
 * A model on one network: one tape for everything. Quantities are compiled when they are first asked
 * for, and each has slots of its own, so that it can be set (an intervention) without its twin moving.
 */
export class Program {
  readonly tape = new Tape();
  readonly model: Model;
  readonly network: Network;
  /** Compiled quantities by key. */
  readonly blocks = new Map<string, Block>();
  /** What was computed anew after quantities were set, by what was set to what. */
  readonly replays = new Map<string, Block>();
  /** Which given stands in which slots, for whoever wants to write them. */
  readonly inputs = new Map<string, Block>();
  /** Arguments of functions with a kink: the place is not smooth where one of them is met. */
  readonly kinks: Kink[] = [];
  readonly build: Builder;
  /** Bounds for the rounding errors of every slot. */
  readonly rounding: Rounding;
  /** What could not be seen in the equation that is being compiled. */
  resolution = new Resolution();
  #asked: Span = { start: 0, end: 0 };
  #isDefining = 0;
  #budget = new Budget();
  #charged = 0;

  constructor(model: Model, network: Network) {
    this.model = model;
    this.network = network;
    const { tape } = this;
    this.rounding = new Rounding(tape);
    this.build = {
      constant: (value) => tape.constant(value),
      add: (left, right) => tape.add(left, right),
      subtract: (left, right) => tape.subtract(left, right),
      multiply: (left, right) => tape.multiply(left, right),
      divide: (left, right) => tape.divide(left, right),
      power: (base, exponent) => tape.power(base, exponent),
      maximum: (left, right) => tape.maximum(left, right),
      sum: (slots) => tape.sum(slots),
      dot: (left, right) => tape.dot(left, right),
      apply: (name, order, x) => this.apply(name, order, x),
    };
  }

  /** What is left of the budget of the present equation. */
  get budget(): Budget {
    return this.#budget;
  }

  /** Gives the next equation a budget and a record of what could not be seen. */
  restart(budget = new Budget()): void {
    this.#budget = budget;
    this.#charged = this.tape.length;
    this.resolution = new Resolution();
  }

  /**
   * Runs the compilation of a model's definition. Its spans belong to the definition, so a refusal is
   * told at the part of the equation that asked for it; what is faint in it is the model's affair.
   */
  inDefinition<Result>(work: () => Result): Result {
    const { resolution } = this;
    const asked = this.#asked;
    this.resolution = new Resolution();
    this.#isDefining += 1;
    try {
      return work();
    } catch (error) {
      throw error instanceof Stop ? new Stop(error.code, error.message, asked) : error;
    } finally {
      this.#isDefining -= 1;
      resolution.lost ||= this.resolution.lost;
      this.resolution = resolution;
    }
  }

  /** Charges steps, and the slots that were made since the last charge. */
  step(span: Span, count = 1): void {
    if (this.#isDefining === 0) this.#asked = span;
    const made = this.tape.length - this.#charged;
    this.#charged = this.tape.length;
    if (!this.#budget.take(count + made)) throw new Stop("limit", TOO_MUCH_WORK, span);
  }

  /** Charges sweeps over the slots of the tape before `last`. */
  sweep(span: Span, last: number, times = 1): void {
    this.step(span, times * Math.ceil(last / PASSED_PER_STEP));
  }

  /** Charges the entries of a shape before they are made. */
  stepEntries(span: Span, shape: Shape | undefined, letters: Letters): void {
    if (!shape || isScalar(shape)) return;
    this.step(span, this.number(shape.rows, letters) * this.number(shape.columns, letters));
  }

  /** The largest magnitude in a block. */
  size(block: Block): number {
    return block.slots.reduce((most, slot) => Math.max(most, Math.abs(this.tape.value(slot))), 0);
  }

  /** Told of every part of an equation that is compiled. */
  meet(block: Block): void {
    this.resolution.result([], this.values(block));
  }

  values(block: Block): number[] {
    return block.slots.map((slot) => this.tape.value(slot));
  }

  /** Told of every first derivative that is compiled, for a page that shows evidence beside it. */
  noteRate(_rate: Rate): void {}

  apply(name: string, order: number, x: number): number {
    const fn = findFunction(name) as SmoothFunction;
    const result = this.tape.apply(fn, order, x);
    const list = this.#isDefining > 0 ? this.kinks : this.resolution.kinks;
    const isFixed = this.tape.constantValue(x) !== undefined;
    if (!isFixed) for (const at of fn.kinks ?? []) list.push({ slot: x, at, result });
    return result;
  }

  scope(letters: Letters): Scope {
    return {
      letter: (name) => letters.get(name) ?? this.network.counts[name],
      width: (name, layer) => this.network.widths[name]?.[layer - 1],
    };
  }

  /** A label, index or bound as a number on this network. */
  number(affine: Affine, letters: Letters): number {
    const value = evaluateAffine(affine, this.scope(letters));
    if (value === undefined) throw new Absent("A size that does not exist.", lettersOf(affine));
    return value;
  }
}

export const scalarBlock = (slot: number): Block => ({ rows: 1, columns: 1, slots: [slot] });

export const isScalarBlock = (block: Block): boolean => block.rows === 1 && block.columns === 1;
