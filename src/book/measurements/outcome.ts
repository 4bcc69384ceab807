import type { Measurement } from "./measurement.ts";

/** What a measurement found, as its process sends it. */
export interface Outcome {
  readonly title: string;
  readonly seconds: number;
  readonly figures: unknown;
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

export async function outcomeOf<Figures>(measurement: Measurement<Figures>): Promise<Outcome> {
  const begin = performance.now();
  const figures = await measurement.measure();
  return {
    title: measurement.title,
    seconds: (performance.now() - begin) / 1000,
    figures,
    lines: measurement.lines(figures),
    faults: [...measurement.faults(figures), ...missingNumbers(figures)],
  };
}

/** JSON would turn NaN and the infinities into null without a word. */
function missingNumbers(value: unknown, path = "figures"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}.`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => missingNumbers(inner, `${path}.${key}`));
}
