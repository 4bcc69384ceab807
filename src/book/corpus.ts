import { globSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "yaml";
import type { Verdict } from "../engine/index.ts";

/** One row of `content/corpus/`: an equation and what must be said of it. */
export interface CorpusRow {
  /** The number that the book gives it, with a word where there are several: `1.4-deep`. */
  readonly id: string;
  readonly tex: string;
  readonly model: string;
  readonly verdict: Verdict | "display only";
  /** Why it cannot be executed, where it is only displayed. */
  readonly reason?: string;
}

const FOLDER = resolve(import.meta.dirname, "../../content/corpus");

/** Rows of a corpus file with their defaults filled in. */
export function readCorpus(name: string): CorpusRow[] {
  const rows = parse(readFileSync(resolve(FOLDER, `${name}.yaml`), "utf8")) as Partial<CorpusRow>[];
  return rows.map(({ id = "", tex = "", model = "feedforward", ...row }) => ({
    ...{ id, tex, model, ...row },
    verdict: row.verdict ?? (row.reason ? "display only" : "holds"),
  }));
}

const firstChapter = (name: string): number => Number(/\d+/.exec(name)?.[0]);

/** The files that hold the equations of the book, in its order. */
export const CHAPTER_FILES: readonly string[] = globSync("chapters-*.yaml", { cwd: FOLDER })
  .map((file) => basename(file, ".yaml"))
  .sort((one, other) => firstChapter(one) - firstChapter(other));

/** Every equation of the book. */
export const readBook = (): CorpusRow[] => CHAPTER_FILES.flatMap(readCorpus);
