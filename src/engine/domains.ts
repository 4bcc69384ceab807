import type { Random } from "./random.ts";

/** What kind of numbers a given quantity has: how they are drawn, and which ones belong to it. */
interface Domain {
  draw(stream: Random, length: number): readonly number[];
  contains(values: readonly number[]): boolean;
}

/** Spread of the drawn numbers: wide enough to be dense, small enough that few units saturate. */
const SPREAD = 0.8;
/** Sums of rounded numbers are this close to what they stand for. */
const CLOSE = 1e-9;

const many = (length: number, draw: () => number): number[] => Array.from({ length }, draw);
const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

const domains: Readonly<Record<string, Domain>> = {
  normal: {
    draw: (stream, length) => many(length, () => SPREAD * stream.normal()),
    contains: () => true,
  },
  positive: {
    draw: (stream, length) => many(length, () => Math.abs(stream.normal()) + 0.1),
    contains: (values) => values.every((one) => one > 0),
  },
  /** Each between 0 and 1. */
  share: {
    draw: (stream, length) => many(length, () => 0.05 + 0.9 * stream.uniform()),
    contains: (values) => values.every((one) => one > 0 && one < 1),
  },
  /** Shares that add up to 1. */
  simplex: {
    draw: (stream, length) => {
      const parts = many(length, () => Math.abs(SPREAD * stream.normal()) + 0.1);
      return parts.map((one) => one / total(parts));
    },
    contains: (values) => values.every((one) => one > 0) && Math.abs(total(values) - 1) < CLOSE,
  },
  /** A vector of length 1. */
  unit: {
    draw: (stream, length) => {
      const values = many(length, () => SPREAD * stream.normal());
      return values.map((one) => one / Math.hypot(...values));
    },
    contains: (values) => Math.abs(Math.hypot(...values) - 1) < CLOSE,
  },
  /** A single 1 among zeros. */
  "one-hot": {
    draw: (stream, length) => {
      const hot = stream.integer(length);
      return Array.from({ length }, (_, at) => (at === hot ? 1 : 0));
    },
    contains: (values) => values.every((one) => one === 0 || one === 1) && total(values) === 1,
  },
};

const find = (name: string): Domain => domains[name] ?? (domains.normal as Domain);

/** Numbers of a domain, from a stream. */
export const drawFrom = (domain: string, stream: Random, length: number): readonly number[] =>
  find(domain).draw(stream, length);

export const belongsTo = (domain: string, values: readonly number[]): boolean =>
  find(domain).contains(values);
