import { globSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { chapterFormulas } from "./chapter-formulas.ts";
import type { CorpusRow } from "./corpus.ts";
import { parseMeta } from "./meta.ts";
import { slugOf } from "./table-of-contents.ts";

/** An equation that is set and not executed. */
export interface Displayed {
  readonly chapter: number | null;
  readonly id: string;
  readonly tex: string;
  readonly reason: string;
}

/** The number that begins an id: 1.4-deep is of chapter 1. */
export const chapterOf = ({ id }: CorpusRow): number | null => Number.parseInt(id, 10) || null;

/** Every equation that is only displayed, in the corpus and in the chapters as they are written; each once. */
export function readDisplayed(rows: readonly CorpusRow[]): Displayed[] {
  const inCorpus = displayedRows(rows);
  const known = new Set(inCorpus.map(({ tex }) => tex));
  return [...inCorpus, ...displayedInChapters().filter(({ tex }) => !known.has(tex))];
}

const displayedRows = (rows: readonly CorpusRow[]): Displayed[] =>
  rows
    .filter(({ verdict }) => verdict === "display only")
    .map((row) => ({
      chapter: chapterOf(row),
      id: row.id,
      tex: row.tex,
      reason: row.reason ?? "",
    }));

function displayedInChapters(): Displayed[] {
  const folder = resolve(import.meta.dirname, "../../content/chapters");
  return globSync("*/index.mdx", { cwd: folder }).flatMap((file) =>
    chapterFormulas(readFileSync(resolve(folder, file), "utf8")).flatMap(({ tex, meta }) => {
      const { id = "", values } = parseMeta(meta).meta;
      const reason = values["display-only"];
      const { number } = slugOf(basename(dirname(file)));
      return reason === undefined ? [] : [{ chapter: number, id, tex, reason }];
    }),
  );
}
