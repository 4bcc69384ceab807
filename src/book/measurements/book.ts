import {
  DRAWS,
  drawNetwork,
  FAILS,
  HOLDS,
  Judge,
  UNCONSTRAINED,
  type Judgement,
} from "../../engine/index.ts";
import { readBook, type CorpusRow } from "../corpus.ts";
import { loadModel } from "../models.ts";
import { powerOfTen } from "../numbers.ts";
import { chapterOf, readDisplayed, type Displayed } from "../displayed.ts";
import type { Measurement } from "./measurement.ts";

/** What became of the corpus equations of one chapter. */
export interface ChapterCount {
  /** null for forms of the notation that belong to no chapter. */
  readonly chapter: number | null;
  /** True claims, judged. */
  readonly holds: number;
  /** Claims that are meant to be false, refuted by numbers. */
  readonly fails: number;
  /** Meant to be refused before anything runs: a shape, a symbol, an index. */
  readonly notUnderstood: number;
  readonly cannotTell: number;
  /** Displays without a relation. */
  readonly values: number;
  readonly displayOnly: number;
  /** Scalar comparisons of the true claims on their first network. */
  readonly places: number;
  /** The largest relative distance between the sides of a true claim. */
  readonly worst: number;
}

/** How many claims were so far apart: their largest distance lies in [10^decade, 10^(decade+1)). */
export interface Decade {
  readonly decade: number;
  readonly holds: number;
  readonly fails: number;
}

/** The networks on which a claim about a feed-forward network is judged. */
export interface Drawn {
  readonly networks: number;
  readonly depths: readonly number[];
  readonly narrowest: number;
  readonly widest: number;
  readonly functions: readonly string[];
}

export interface BookFigures {
  readonly drawn: Drawn;
  /** A claim holds up to the first relative distance and fails beyond the second. */
  readonly holds: number;
  readonly fails: number;
  /** The largest distance of any true claim. */
  readonly worst: number;
  readonly chapters: readonly ChapterCount[];
  /** The models, each with the number of equations that were judged on it. */
  readonly models: readonly {
    readonly name: string;
    readonly title: string;
    readonly equations: number;
  }[];
  /** True claims whose sides were equal to the last bit everywhere. */
  readonly exact: number;
  readonly decades: readonly Decade[];
  readonly unexpected: readonly string[];
  readonly displayOnly: readonly Displayed[];
}

/** True claims must agree to rounding, not merely stay below the limit of the judge. */
const WORST = 1e-11;
const MOST_DISPLAYED = 9;
/** Chapters in which every equation is executed. */
const ALL_EXECUTED = 8;

interface Judged {
  readonly row: CorpusRow;
  readonly judgement: Judgement;
}

/** Every equation of the book, judged anew. */
export const book: Measurement<BookFigures> = {
  title: "The equations of the book",

  measure() {
    const rows = readBook();
    const judges = new Map<string, Judge>();
    const judged = rows
      .filter(({ verdict }) => verdict !== "display only")
      .map((row): Judged => {
        const judge = judges.get(row.model) ?? new Judge(loadModel(row.model));
        judges.set(row.model, judge);
        return { row, judgement: judge.judge(row.tex) };
      });
    const displayOnly = readDisplayed(rows);
    const last = Number.POSITIVE_INFINITY;
    const chapters = [...new Set(rows.map(chapterOf))].sort(
      (one, other) => (one ?? last) - (other ?? last),
    );
    return {
      drawn: drawnNetworks(),
      holds: HOLDS,
      fails: FAILS,
      worst: largestDistance(judged),
      chapters: chapters.map((chapter) =>
        countOf(
          chapter,
          judged.filter(({ row }) => chapterOf(row) === chapter),
          rows.filter((row) => row.verdict === "display only" && chapterOf(row) === chapter).length,
        ),
      ),
      models: [...judges].map(([name, { model }]) => ({
        name,
        title: model.title,
        equations: judged.filter(({ row }) => row.model === name).length,
      })),
      exact: judged.filter(
        ({ judgement }) => judgement.verdict === "holds" && judgement.worst === 0,
      ).length,
      decades: decadesOf(judged),
      unexpected: judged
        .filter(({ row, judgement }) => judgement.verdict !== row.verdict)
        .map(({ row, judgement }) => `${row.id} is "${judgement.verdict}", not "${row.verdict}".`),
      displayOnly,
    };
  },

  faults({ chapters, unexpected, displayOnly, decades }) {
    const loose = chapters.filter(({ worst }) => worst > WORST);
    return [
      ...unexpected,
      ...loose.map(
        ({ chapter, worst }) =>
          `A true claim of chapter ${chapter ?? "none"} is off by ${powerOfTen(worst)}: more than rounding.`,
      ),
      ...(decades.some(({ holds }) => holds > 0) ? [] : ["No claim was found to hold."]),
      ...(displayOnly.length > MOST_DISPLAYED
        ? [`${displayOnly.length} equations are only displayed; at most ${MOST_DISPLAYED} may be.`]
        : []),
      ...displayOnly.flatMap(({ chapter, id, reason }) => [
        ...((chapter ?? 1) <= ALL_EXECUTED
          ? [`${id} is only displayed; in chapters 1 to ${ALL_EXECUTED} nothing may be.`]
          : []),
        ...(reason === "" ? [`${id} is only displayed, without a reason.`] : []),
      ]),
    ];
  },

  lines({ drawn: { networks }, worst, chapters, models, displayOnly }) {
    const sum = (pick: (one: ChapterCount) => number) =>
      chapters.reduce((all, one) => all + pick(one), 0);
    return [
      `${sum((one) => one.holds)} equations hold on ${networks} networks each, worst distance ${powerOfTen(worst)}`,
      `meant to be refused, and refused: ${sum((one) => one.fails)} by numbers, ` +
        `${sum((one) => one.notUnderstood)} by shape or index, ${sum((one) => one.cannotTell)} cannot be told`,
      `${sum((one) => one.values)} values, ${displayOnly.length} only displayed, ${models.length} models`,
    ];
  },
};

/** The draws of the judge, without a condition and with its own seed. */
function drawnNetworks(): Drawn {
  const model = loadModel("feedforward");
  const all = Array.from({ length: DRAWS }, (_, at) => drawNetwork(model, UNCONSTRAINED, "1", at));
  const widths = all.flatMap((one) => Object.values(one.widths).flat());
  const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)].sort();
  return {
    networks: all.length,
    depths: distinct(all.map(({ counts }) => counts.L ?? 0)),
    narrowest: Math.min(...widths),
    widest: Math.max(...widths),
    functions: distinct(
      all.flatMap(({ choices }) => Object.values(choices).map(({ name }) => name)),
    ),
  };
}

function countOf(
  chapter: number | null,
  judged: readonly Judged[],
  displayOnly: number,
): ChapterCount {
  const having = (verdict: Judgement["verdict"]) =>
    judged.filter(({ judgement }) => judgement.verdict === verdict);
  const holding = having("holds");
  return {
    chapter,
    holds: holding.length,
    fails: having("fails").length,
    notUnderstood: having("not understood").length,
    cannotTell: having("cannot tell").length,
    values: having("value").length,
    displayOnly,
    places: holding.reduce((all, { judgement }) => all + judgement.places, 0),
    worst: largestDistance(holding),
  };
}

const largestDistance = (judged: readonly Judged[]): number =>
  judged
    .filter(({ judgement }) => judgement.verdict === "holds")
    .reduce((most, { judgement }) => Math.max(most, judgement.worst ?? 0), 0);

function decadesOf(judged: readonly Judged[]): Decade[] {
  const apart = judged.flatMap(({ judgement: { verdict, worst } }) =>
    worst ? [{ verdict, decade: Math.floor(Math.log10(worst)) }] : [],
  );
  const count = (decade: number, verdict: Judgement["verdict"]) =>
    apart.filter((one) => one.decade === decade && one.verdict === verdict).length;
  return [...new Set(apart.map(({ decade }) => decade))]
    .sort((one, other) => one - other)
    .map((decade) => ({ decade, holds: count(decade, "holds"), fails: count(decade, "fails") }));
}
