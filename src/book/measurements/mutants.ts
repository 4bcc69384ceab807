import type { Fate, MutantFigures as Survey } from "../../mutants/index.ts";
import { surveyMutants } from "../../mutants/index.ts";
import { court, isLeftOut, readClaims, readLeftOut, readRules } from "../claims.ts";
import type { Measurement } from "./measurement.ts";

export interface MutantFigures extends Survey {
  /** Claims of which no mutants were made, by their reason. */
  readonly leftOut: readonly { readonly because: string; readonly claims: number }[];
}

/** At most so many mutants may be neither refuted nor called true; each is listed with its reason. */
export const MOST_UNTOLD = 0.002;

/** Every one-edit mutant of every claim of the book: none may be called true. */
export const mutants: Measurement<MutantFigures> = {
  title: "One-edit mutants of the book's equations",
  measure: () => {
    const reasons = readLeftOut();
    const claims = readClaims();
    const mutated = claims.filter((claim) => !reasons.some((one) => isLeftOut(claim, one)));
    const leftOut = reasons.map((one) => ({
      because: one.because,
      claims: claims.filter((claim) => isLeftOut(claim, one)).length,
    }));
    return { ...surveyMutants(mutated, readRules(), court()), leftOut };
  },
  faults: ({ survivors, brokenRules, rules, kinds, untold, fates, leftOut }) => [
    ...leftOut
      .filter(({ claims }) => claims === 0)
      .map(({ because }) => `No claim is left out for this reason: ${because}`),
    ...survivors.map(
      ({ id, model, edit, tex }) => `A mutant of ${id} (${model}, ${edit}) holds: ${tex}`,
    ),
    ...brokenRules,
    ...rules.flatMap(({ id, unused }) =>
      unused.map((model) => `No mutant of ${model} needs the rule ${id}.`),
    ),
    ...kinds
      .filter((kind) => madeOf(kind.fates) === 0)
      .map(({ edit }) => `The edit "${edit}" made no mutant.`),
    ...(untold.length > MOST_UNTOLD * madeOf(fates)
      ? untold.map(
          ({ id, tex, message }) => `Of a mutant of ${id} nothing is told: ${tex}: ${message}`,
        )
      : []),
  ],
  lines: ({ claims, fates, rules, kinds, leftOut }) => [
    `${madeOf(fates)} mutants of ${claims} claims by ${kinds.length} kinds of edit`,
    `killed by shape ${fates["killed by shape"]}, by numbers ${fates["killed by numbers"]}, cannot tell ${fates["cannot tell"]}`,
    `equivalent ${fates.equivalent} by ${rules.length} rules, ${fates.same} by arithmetic alone; survived ${fates.survived}`,
    ...leftOut.map((one) => `no mutants of ${one.claims} claims: ${one.because}`),
  ],
};

export const madeOf = (fates: Readonly<Record<Fate, number>>): number =>
  Object.values(fates).reduce((sum, one) => sum + one, 0);
