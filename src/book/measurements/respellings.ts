import { surveyRespellings, type RespellingFigures } from "../../mutants/index.ts";
import { court, readClaims } from "../claims.ts";
import type { Measurement } from "./measurement.ts";

export type { RespellingFigures };

/** Every claim of the book, written in the other ways that mean the same: none may be refused. */
export const respellings: Measurement<RespellingFigures> = {
  title: "True re-spellings of the book's equations",
  measure: () => surveyRespellings(readClaims(), court()),
  faults: ({ refused, kinds }) => [
    ...refused.map(
      ({ id, spelling, tex, verdict, message }) =>
        `A re-spelling of ${id} (${spelling}) is "${verdict}": ${tex}: ${message}`,
    ),
    ...kinds
      .filter(({ made }) => made === 0)
      .map(({ spelling }) => `The spelling "${spelling}" wrote nothing otherwise.`),
  ],
  lines: ({ claims, made, kinds, refused }) => [
    `${made} re-spellings of ${claims} claims in ${kinds.length} ways; refused ${refused.length}`,
  ],
};
