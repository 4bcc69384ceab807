import type { Affine } from "../affine.ts";

/** Rows and columns in symbols. A vector is n × 1, a number 1 × 1. */
export interface Shape {
  readonly rows: Affine;
  readonly columns: Affine;
}

/** A block of slots in row-major order. */
export interface Block {
  readonly rows: number;
  readonly columns: number;
  readonly slots: readonly number[];
}

/** The few primitives that an operation is made of; the tape provides them. */
export interface Builder {
  constant(value: number): number;
  add(left: number, right: number): number;
  subtract(left: number, right: number): number;
  multiply(left: number, right: number): number;
  divide(left: number, right: number): number;
  power(base: number, exponent: number): number;
  maximum(left: number, right: number): number;
  sum(slots: readonly number[]): number;
  dot(left: readonly number[], right: readonly number[]): number;
  /** The order-th derivative of a function of the engine's table, at x. */
  apply(name: string, order: number, x: number): number;
}

/**
 * How an operation is written: before its argument, around its arguments, or between two of them in square
 * brackets, where `turned` spells it with the two exchanged.
 */
export type Notation =
  | { readonly form: "prefix"; readonly spellings: readonly string[] }
  | { readonly form: "braced"; readonly spellings: readonly string[] }
  | {
      readonly form: "relation";
      readonly spellings: readonly string[];
      readonly turned: readonly string[];
    }
  | {
      readonly form: "fence";
      readonly open: readonly string[];
      readonly close: readonly string[];
      readonly subscript?: string;
    };

/** One operation of the language: spelling, shape rule, value. Its derivative follows from the primitives. */
export interface Operation {
  readonly name: string;
  readonly notation: Notation;
  /** How many arguments it takes, least and most. */
  readonly arity: readonly [least: number, most: number];
  /** LaTeX that shows its use. */
  readonly example: string;
  /** The shape of the result, or what is wrong: a sentence without its full stop, after which the arguments are named. */
  shape(shapes: readonly Shape[]): Shape | string;
  emit(build: Builder, args: readonly Block[]): Block;
  print(args: readonly string[]): string;
}
