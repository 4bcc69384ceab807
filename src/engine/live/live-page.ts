import type { Model } from "../../language/index.ts";
import { quantity } from "../compile/quantities.ts";
import { findFunction } from "../functions/index.ts";
import type { Network } from "../network.ts";
import { adjoints } from "../tape/index.ts";
import type { PageClaim } from "./conditions.ts";
import { LiveEquation } from "./live-equation.ts";
import { LiveProgram } from "./live-program.ts";
import type { Pocket, Reader } from "./reader.ts";
import { givenOfReader } from "./reader.ts";

/** The model whose network the panel draws. */
export const PANEL_MODEL = "feedforward";

/** The reader's network as the engine takes it. */
function networkOf(reader: Reader, given: Network["given"], model: Model): Network {
  const widths = Object.keys(model.judge.widths);
  return {
    counts: { ...model.judge.counts, L: reader.sizes.length },
    widths: Object.fromEntries(widths.map((name) => [name, reader.sizes])),
    choices: Object.fromEntries(
      [...model.functions]
        .filter(([, declared]) => declared.kind === "choices")
        .map(([name]) => [name, { name: reader.g, slope: 1 }]),
    ),
    seed: reader.seed,
    given,
  };
}

/**
 * All equations of a page on one network: one program, with one tape, for each model of the page (nearly
 * always one). Another size or another g needs another `LivePage`; a number is only written.
 */
export class LivePage {
  readonly reader: Reader;
  /** What a part that is not compiled yet will read; kept up to date by `write`. */
  readonly #given: Map<string, number[]>;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #programs = new Map<string, LiveProgram>();
  readonly #equations = new Map<string, LiveEquation>();

  constructor(models: ReadonlyMap<string, Model>, reader: Reader, pocket: Pocket) {
    this.#models = models;
    this.reader = reader;
    this.#given = new Map(
      [...givenOfReader(reader, pocket)].map(([key, values]) => [key, [...values]]),
    );
  }

  /** The program of a model. Throws a RangeError for a model that the page does not have. */
  program(name: string = PANEL_MODEL): LiveProgram {
    const known = this.#programs.get(name);
    if (known) return known;
    const model = this.#models.get(name);
    if (!model) throw new RangeError(`The page has no model ${name}.`);
    const program = new LiveProgram(model, networkOf(this.reader, this.#given, model));
    this.#programs.set(name, program);
    return program;
  }

  /** An equation of the page, compiled when it is first asked for. */
  equation(claim: PageClaim): LiveEquation {
    const known = this.#equations.get(claim.key);
    if (known) return known;
    const program = this.program(claim.model);
    const equation = new LiveEquation(program, claim.typed, claim.name);
    this.#equations.set(claim.key, equation);
    return equation;
  }

  /** Writes one number of one given array; nothing follows before `run`. */
  write(key: string, at: number, value: number): void {
    const values = this.#given.get(key);
    if (values) values[at] = value;
    for (const program of this.#programs.values()) {
      const slot = program.inputs.get(key)?.slots[at];
      if (slot !== undefined) program.tape.write(slot, value);
    }
  }

  /** Computes what follows from all that was written. Returns how many operations that were. */
  run(): number {
    let operations = 0;
    for (const program of this.#programs.values()) {
      operations += program.tape.run();
      program.rounding.forget();
    }
    return operations;
  }

  /** A way to read one number of the panel's model, as `z`, [2], 0. It stays valid as numbers change. */
  reading(name: string, labels: readonly number[], at: number): () => number {
    const { tape, slot } = this.#slot(name, labels, at);
    return () => tape.value(slot);
  }

  /** A way to read ∂E by that number. */
  slope(name: string, labels: readonly number[], at: number): () => number {
    const { tape, slot } = this.#slot(name, labels, at);
    const error = quantity(this.program(), "E", []).slots[0]!;
    const rate = adjoints(tape, error)(slot);
    return () => tape.value(rate);
  }

  /** The slopes g′ of layers 2 to L. */
  activationSlopes(): number[][] {
    const derivative = findFunction(this.reader.g)?.derivatives[1] ?? (() => 1);
    const { tape } = this.program();
    return this.reader.sizes
      .slice(1)
      .map((_, at) =>
        quantity(this.program(), "z", [at + 2]).slots.map((slot) => derivative(tape.value(slot))),
      );
  }

  #slot(name: string, labels: readonly number[], at: number) {
    const program = this.program();
    const slot = quantity(program, name, labels).slots[at];
    if (slot === undefined) throw new RangeError(`${name} has no entry ${at + 1} here.`);
    return { tape: program.tape, slot };
  }
}
