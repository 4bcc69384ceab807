import { PUBLICATIONS, readPublication, runPublication } from "../../published.ts";

/** How the numbers of one publication come out. */
export interface PublicationRow {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Expressions, and the numbers that they give. */
  readonly rows: number;
  readonly values: number;
  /** Largest relative error beside the value that is right. */
  readonly worst: number;
  /** What is printed otherwise, and why. */
  readonly misprints: readonly {
    readonly case: string;
    readonly tex: string;
    readonly why: string;
  }[];
  /** Expressions that do not come out, and those that are printed otherwise without a reason, or with one and rightly. */
  readonly notReproduced: readonly string[];
  readonly unexplained: readonly string[];
}

export const measurePublications = (): PublicationRow[] => PUBLICATIONS.map(publicationRow);

export function publicationRow(name: string): PublicationRow {
  const { title, source } = readPublication(name);
  const rows = runPublication(name);
  return {
    ...{ name, title, source, rows: rows.length },
    values: rows.reduce((total, { entries }) => total + entries, 0),
    worst: Math.max(...rows.map(({ error }) => error)),
    misprints: rows.flatMap(({ case: of, tex, wrong }) =>
      wrong === null ? [] : [{ case: of, tex, why: wrong }],
    ),
    notReproduced: rows.filter(({ error, within }) => !(error <= within)).map(({ tex }) => tex),
    unexplained: rows
      .filter(({ misprinted, wrong }) => misprinted > 0 !== (wrong !== null))
      .map(({ tex }) => tex),
  };
}
