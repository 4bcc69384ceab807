import { execFileSync, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { ALONE } from "./registry.ts";
import { forgetReport, writeReport, type Report } from "./reports.ts";
import type { Outcome } from "./outcome.ts";

const RUN_ONE = resolve(import.meta.dirname, "run-one.ts");

/**
 * Runs measurements, each in a process of its own, at most as many at once as there are cores; what measures
 * time comes last and alone. Each report is kept for the pages and handed to `told` as it arrives.
 */
export async function runMeasurements(
  names: readonly string[],
  told: (report: Report) => void,
): Promise<Report[]> {
  const commit = currentCommit();
  const reports: Report[] = [];
  const run = async (name: string): Promise<void> => {
    forgetReport(name);
    const report = await runOne(name, commit);
    writeReport(report);
    reports.push(report);
    told(report);
  };
  const waiting = names.filter((name) => !ALONE.has(name));
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const name of names.filter((one) => ALONE.has(one))) await run(name);
  return reports;
}

function runOne(name: string, commit: string | null): Promise<Report> {
  return new Promise((done) => {
    // A measurement may time the machine; it must not inherit what an outer process was started with.
    const child = fork(RUN_ONE, [name], {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let outcome: Outcome | undefined;
    child.on("message", (message) => (outcome = message as Outcome));
    child.on("close", (code) => {
      const measuredAt = new Date().toISOString();
      const broken = {
        title: name,
        seconds: 0,
        lines: [],
        faults: [`It ended early, with ${code}.`],
      };
      done({ name, measuredAt, node: process.version, commit, ...(outcome ?? broken) });
    });
  });
}

/** The commit of this folder; null outside of a repository and where there is no git. */
function currentCommit(): string | null {
  const words = ["describe", "--always", "--dirty", "--exclude=*", "--abbrev=12"];
  // Git must not find a repository that merely lies around this folder.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(process.cwd()) };
  try {
    return execFileSync("git", words, {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
