import type { Name } from "./measurements/registry.ts";
import { readReport } from "./measurements/reports.ts";
import { powerOfTen } from "./numbers.ts";

/** How a figure is printed. */
export type Print = keyof typeof PRINTS;

const PRINTS = {
  /** 20,000 */
  count: (value: number) => value.toLocaleString("en"),
  /** 3·10⁻¹¹ */
  power: powerOfTen,
  /** 1.26 */
  ratio: (value: number) =>
    value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  /** 12 s */
  seconds: (value: number) => `${value.toLocaleString("en", { maximumFractionDigits: 1 })} s`,
  /** 0.12 % */
  share: (value: number) => `${(100 * value).toLocaleString("en", { maximumFractionDigits: 2 })} %`,
} as const;

/** A number of the last measurement, as it is printed, with its place in the data. */
export interface Figure {
  readonly path: string;
  readonly value: number;
  readonly text: string;
}

/**
 * The figure at a path such as `book.chapters.0.holds`, where the first word names the measurement. A star
 * stands for every entry, and their figures are added. Throws where there is no such number.
 */
export function figureAt(path: string, print: Print = "count"): Figure {
  const [name = "", ...steps] = path.split(".");
  const value = sumAt(readReport(name as Name)?.figures, steps);
  if (!Number.isFinite(value)) throw new Error(`There is no number at ${path}.`);
  return { path, value, text: PRINTS[print](value) };
}

function sumAt(data: unknown, [step, ...rest]: readonly string[]): number {
  if (step === undefined) return typeof data === "number" ? data : Number.NaN;
  if (typeof data !== "object" || data === null) return Number.NaN;
  if (step === "*") {
    return Object.values(data).reduce((all: number, one) => all + sumAt(one, rest), 0);
  }
  return sumAt((data as Record<string, unknown>)[step], rest);
}
