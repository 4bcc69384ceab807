import type { PageEquation } from "./chapter-reader.ts";

/** What became of the formulas of one chapter. */
export interface Tally {
  /** Displayed claims that were judged and hold. */
  readonly claims: number;
  /** Displays without a relation: values, which claim nothing. */
  readonly values: number;
  /** Claims that are set and not executed, each with a reason in the margin. */
  readonly displayOnly: number;
  /** Formulas in sentences, parsed. */
  readonly inline: number;
  /** Numbers in sentences, computed. */
  readonly numbers: number;
}

export function tally(equations: readonly Pick<PageEquation, "kind" | "verdict">[]): Tally {
  const count = (holds: (one: Pick<PageEquation, "kind" | "verdict">) => boolean): number =>
    equations.filter(holds).length;
  return {
    claims: count(({ kind, verdict }) => kind === "display" && verdict === "holds"),
    values: count(({ kind, verdict }) => kind === "display" && verdict === undefined),
    displayOnly: count(({ kind, verdict }) => kind === "display" && verdict === "display only"),
    inline: count(({ kind }) => kind === "inline"),
    numbers: count(({ kind }) => kind === "value"),
  };
}

/** One line for the build's output. */
export const describeTally = (name: string, one: Tally): string =>
  `${name}: ${one.claims} displayed claims hold, ${one.values} values, ${one.displayOnly} display only; ` +
  `${one.inline} formulas parsed and ${one.numbers} numbers computed in the text`;

const chapters = new Map<string, Tally>();

/** Kept while the book is built; a chapter that is read again replaces its count. */
export function recordTally(file: string, equations: readonly PageEquation[]): void {
  chapters.set(file, tally(equations));
}

/** The counts of every chapter that was read, in the order of their files. */
export const recordedTallies = (): [file: string, Tally][] =>
  [...chapters].sort(([one], [other]) => (one < other ? -1 : 1));
