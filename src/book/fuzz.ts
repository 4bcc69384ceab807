/**
 * `npm run fuzz`: a million strings that are no equations, on all cores. `--count 20000 --seed monday` for fewer and
 * others; `--seed 1 --family "tokens at random" --at 123` examines one string again and shows it.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Batch } from "./fuzz/batch.ts";
import { examine, judgingWithHints } from "./fuzz/examine.ts";
import { Examiner } from "./fuzz/examiner.ts";
import { candidate, FAMILY_NAMES } from "./fuzz/strings.ts";
import { emptyTally, mergeInto, type Found } from "./fuzz/tally.ts";

const BATCH = 1000;
/** A batch takes seconds; one that takes this long hangs. */
const PATIENCE = 300_000;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    family: { type: "string" },
    at: { type: "string" },
  },
});
const { seed } = values;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.family !== undefined && values.at !== undefined) {
  const string = candidate(seed, values.family, Number(values.at));
  say(JSON.stringify({ ...string, ...examine(string, judgingWithHints) }, null, 1));
} else {
  process.exitCode = (await fuzz(Number(values.count))) > 0 ? 1 : 0;
}

/** Runs so many strings of all families in turn; answers with the number of faults. */
async function fuzz(count: number): Promise<number> {
  const start = performance.now();
  const tallies = new Map(FAMILY_NAMES.map((family) => [family, emptyTally(family)]));
  const batches = [...batchesOf(count)];
  const asked = batches.reduce((sum, batch) => sum + batch.count, 0);
  let done = 0;
  let faults = 0;
  const fault = (line: string): void => {
    faults += 1;
    say(`FAULT ${line}`);
  };
  const worker = async (): Promise<void> => {
    const examiner = new Examiner(PATIENCE);
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const result = await examiner.ask(batch);
      done += batch.count;
      if (result) mergeInto(tallies.get(batch.family)!, result.tally);
      else fault(`"${batch.family}" ${batch.from} to ${batch.from + batch.count - 1}: no answer`);
      for (const found of result?.found ?? []) fault(describe(found));
      if (done % (50 * BATCH) < batch.count) {
        const seconds = ((performance.now() - start) / 1000).toFixed(0);
        say(`${done} of ${asked} strings, ${faults} faults, ${seconds} s`);
      }
    }
    examiner.close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const {
    family,
    strings,
    refused,
    judged,
    values: plain,
    limited,
    mostSteps,
  } of tallies.values()) {
    const counts = Object.entries({ ...refused, ...judged, value: plain }).sort(
      (one, other) => other[1] - one[1],
    );
    say(
      `${family}: ${strings} (${counts.map(([what, number]) => `${what} ${number}`).join(", ")})`,
    );
    say(`  most steps ${mostSteps}, ${limited} refused for asking for more`);
  }
  say(
    `seed ${seed}: ${done} strings, ${faults} faults, ${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
  return faults;
}

function* batchesOf(count: number): Generator<Batch> {
  const each = Math.ceil(count / FAMILY_NAMES.length);
  for (let from = 0; from < each; from += BATCH) {
    for (const family of FAMILY_NAMES)
      yield { seed, family, from, count: Math.min(BATCH, each - from) };
  }
}

const describe = ({ kind, family, at, told, tex }: Found): string =>
  `${kind} (${told}): ${tex}\n  again: npm run fuzz -- --seed ${seed} --family "${family}" --at ${at}`;
