import type { Measurement } from "./measurement.ts";

/** Every measurement of the build, each a file of this folder. The longest stands first: it begins first. */
export const MEASUREMENTS = {
  mutants: async () => (await import("./mutants.ts")).mutants,
  respellings: async () => (await import("./respellings.ts")).respellings,
  numbers: async () => (await import("./numbers.ts")).numbers,
  limits: async () => (await import("./limits.ts")).limits,
  input: async () => (await import("./input.ts")).input,
  typed: async () => (await import("./typed.ts")).typed,
  book: async () => (await import("./book.ts")).book,
  speed: async () => (await import("./speed.ts")).speed,
};

export type Name = keyof typeof MEASUREMENTS;

/** The figures of a measurement by its name. */
export type FiguresOf<One extends Name> =
  Awaited<ReturnType<(typeof MEASUREMENTS)[One]>> extends Measurement<infer Figures>
    ? Figures
    : never;

/** What measures time: while it runs nothing else does. */
export const ALONE: ReadonlySet<string> = new Set(["speed"]);

export const NAMES = Object.keys(MEASUREMENTS) as Name[];

export const isName = (text: string): text is Name => Object.hasOwn(MEASUREMENTS, text);
