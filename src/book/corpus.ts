import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import type { Verdict } from "../engine/index.ts";

/** One row of `content/corpus/`: an equation and what must be said of it. */
export interface CorpusRow {
  readonly id: string;
  readonly tex: string;
  readonly model: string;
  readonly verdict: Verdict;
}

const FOLDER = resolve(import.meta.dirname, "../../content/corpus");

/** Rows of a corpus file with their defaults filled in. */
export function readCorpus(name: string): CorpusRow[] {
  const rows = parse(readFileSync(resolve(FOLDER, `${name}.yaml`), "utf8")) as Partial<CorpusRow>[];
  return rows.map(({ id = "", tex = "", model = "feedforward", verdict = "holds" }) => ({
    id,
    tex,
    model,
    verdict,
  }));
}
