import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { FiguresOf, Name } from "./registry.ts";

/** What one measurement said when it was last run. */
export interface Report<Figures = unknown> {
  readonly name: string;
  readonly title: string;
  /** The time at which it ended, as an ISO 8601 string in UTC. */
  readonly measuredAt: string;
  readonly seconds: number;
  /** The version of Node, such as `v24.1.0`. */
  readonly node: string;
  /** The commit that was measured, with `-dirty` where files had changed since; null if it is not known. */
  readonly commit: string | null;
  /** Absent where it broke off. */
  readonly figures?: Figures;
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** All commands run at the root of the repository; a page is bundled, so it knows no other place. */
const FOLDER = resolve("node_modules/.cache/running-backwards/measured");
const fileOf = (name: string): string => resolve(FOLDER, `${name}.json`);

/** The last report of one measurement; undefined if it was never run. */
export function readReport<One extends Name>(name: One): Report<FiguresOf<One>> | undefined {
  const file = fileOf(name);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as Report<FiguresOf<One>>;
}

/** The last report of every measurement that was run, by name. */
export const readReports = (): Record<string, Report> =>
  Object.fromEntries(
    globSync("*.json", { cwd: FOLDER })
      .toSorted()
      .map((file) => [
        basename(file, ".json"),
        JSON.parse(readFileSync(resolve(FOLDER, file), "utf8")) as Report,
      ]),
  );

export function writeReport(report: Report): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(report.name), `${JSON.stringify(report, null, 1)}\n`);
}

/** So that an old report is not taken for a new one. */
export const forgetReport = (name: string): void => rmSync(fileOf(name), { force: true });
