/** Examines batches of strings in a process of its own: told which, it answers with what became of them. */
import { examine, judging, judgingWithHints } from "./examine.ts";
import { candidate } from "./strings.ts";
import { countIn, emptyTally, foundBy, type FamilyTally, type Found } from "./tally.ts";

export interface Batch {
  readonly seed: string;
  readonly family: string;
  readonly from: number;
  readonly count: number;
}

export interface BatchResult {
  readonly tally: FamilyTally;
  readonly found: readonly Found[];
}

/** One string in so many is judged as for a reader, with a small counterexample and with hints. */
const HINTED = 25;

export function examineBatch({ seed, family, from, count }: Batch): BatchResult {
  const tally = emptyTally(family);
  const found: Found[] = [];
  for (let at = from; at < from + count; at += 1) {
    const string = candidate(seed, family, at);
    const examined = examine(string, at % HINTED === 0 ? judgingWithHints : judging);
    countIn(tally, examined);
    found.push(...foundBy(family, at, string, examined));
  }
  return { tally, found };
}

process.on("message", (batch) => process.send?.(examineBatch(batch as Batch)));
