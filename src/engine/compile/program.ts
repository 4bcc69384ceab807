import type { Affine, Block, Builder, Model, Node, Scope, Span } from "../../language/index.ts";
import { evaluateAffine, lettersOf } from "../../language/index.ts";
import { findFunction } from "../functions/index.ts";
import type { Network } from "../network.ts";
import { Tape } from "../tape/index.ts";
import type { SmoothFunction } from "../tape/index.ts";
import { Absent, Stop } from "./refusal.ts";

/** Values of index letters while an expression is compiled. */
export type Letters = ReadonlyMap<string, number>;

/** How many nodes one equation may visit on one network: about 100 ms. */
export const MAX_STEPS = 300_000;

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
  /** Which given stands in which slots, for whoever wants to write them. */
  readonly inputs = new Map<string, Block>();
  /** Arguments of functions with a kink: the place is not smooth where one of them is met. */
  readonly kinks: { readonly slot: number; readonly at: number }[] = [];
  readonly build: Builder;
  /** The largest magnitude met since it was last set to 0. */
  peak = 0;
  /** Terms of sums that were tiny beside their neighbours, and terms that were not. */
  readonly faint = new Set<Node>();
  readonly clear = new Set<Node>();
  #steps = 0;
  #limit = MAX_STEPS;

  constructor(model: Model, network: Network) {
    this.model = model;
    this.network = network;
    const { tape } = this;
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

  /** How many steps were taken since the last `restart`. */
  get steps(): number {
    return this.#steps;
  }

  /** Gives the next equation its own budget. */
  restart(limit = MAX_STEPS): void {
    this.#steps = 0;
    this.#limit = limit;
  }

  step(span: Span, count = 1): void {
    this.#steps += count;
    if (this.#steps > this.#limit) {
      throw new Stop("limit", "This equation asks for too much work.", span);
    }
  }

  /** The largest magnitude in a block. */
  size(block: Block): number {
    return block.slots.reduce((most, slot) => Math.max(most, Math.abs(this.tape.value(slot))), 0);
  }

  meet(block: Block): void {
    this.peak = Math.max(this.peak, this.size(block));
  }

  /** Told of every first derivative that is compiled, for a page that shows evidence beside it. */
  noteRate(_rate: Rate): void {}

  apply(name: string, order: number, x: number): number {
    const fn = findFunction(name) as SmoothFunction;
    for (const at of fn.kinks ?? []) this.kinks.push({ slot: x, at });
    return this.tape.apply(fn, order, x);
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
