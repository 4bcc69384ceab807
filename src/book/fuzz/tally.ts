import type { Examined, FaultKind } from "./examine.ts";
import type { Candidate } from "./strings.ts";

/** A string that did what it must not do, and how to make it again. */
export interface Found {
  readonly kind: FaultKind;
  readonly family: string;
  readonly at: number;
  readonly told: string;
  /** As JSON, so that what is not printable can be read. */
  readonly tex: string;
}

/** What became of the strings of one family. */
export interface FamilyTally {
  readonly family: string;
  strings: number;
  /** Refused before anything ran, by the code of the first reason. */
  readonly refused: Record<string, number>;
  /** Run on networks, by verdict. */
  readonly judged: Record<string, number>;
  /** Expressions without a relation. */
  values: number;
  /** Refused since they asked for more work than there is. */
  limited: number;
  /** The most steps that one string took. */
  mostSteps: number;
}

export const emptyTally = (family: string): FamilyTally => ({
  ...{ family, strings: 0, refused: {}, judged: {} },
  ...{ values: 0, limited: 0, mostSteps: 0 },
});

/** Counts one string. */
export function countIn(tally: FamilyTally, { verdict, code, steps, isLimited }: Examined): void {
  tally.strings += 1;
  tally.mostSteps = Math.max(tally.mostSteps, steps);
  if (isLimited) tally.limited += 1;
  if (verdict === "value") tally.values += 1;
  else if (verdict === "not understood") add(tally.refused, code ?? "none", 1);
  else add(tally.judged, verdict, 1);
}

/** Adds the counts of one tally to those of another. */
export function mergeInto(sum: FamilyTally, other: FamilyTally): void {
  sum.strings += other.strings;
  sum.values += other.values;
  sum.limited += other.limited;
  sum.mostSteps = Math.max(sum.mostSteps, other.mostSteps);
  for (const [code, count] of Object.entries(other.refused)) add(sum.refused, code, count);
  for (const [verdict, count] of Object.entries(other.judged)) add(sum.judged, verdict, count);
}

const add = (counts: Record<string, number>, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

export function foundBy(
  family: string,
  at: number,
  { tex }: Candidate,
  { fault }: Examined,
): Found[] {
  if (!fault) return [];
  const shown = JSON.stringify(tex.length > 400 ? `${tex.slice(0, 400)}…` : tex);
  return [{ ...fault, family, at, tex: shown }];
}
