/**
 * `npm test`: every check of the book, one after the other, and one line with the count at the end.
 * A check that fails does not keep the others from running, except that what reads the built pages needs them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

import { needBrowser } from "./browser/find-browser.ts";
import { BUDGET_FILE, budgetTable } from "./budgets/record.ts";
import { describeReport } from "../src/book/measurements/describe.ts";
import { NAMES } from "../src/book/measurements/registry.ts";
import type { Report } from "../src/book/measurements/reports.ts";
import { runMeasurements } from "../src/book/measurements/run.ts";

interface Count {
  passed: number;
  failed: number;
}

const CACHE = "node_modules/.cache/running-backwards";
const total: Count = { passed: 0, failed: 0 };
const failures: string[] = [];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function count(name: string, { passed, failed }: Count): boolean {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${name} (${failed})`);
  return failed === 0;
}

/** A command that either passes or fails. */
function check(name: string, command: string): boolean {
  say(`\n── ${name}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  return count(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** A Vitest project; its tests are counted one by one. */
function vitest(name: string, project: string): boolean {
  const report = `${CACHE}/${project}.json`;
  rmSync(report, { force: true });
  const command = `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`;
  say(`\n── ${name}: ${command}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  const figures = existsSync(report)
    ? (JSON.parse(readFileSync(report, "utf8")) as {
        numPassedTests: number;
        numFailedTests: number;
      })
    : { numPassedTests: 0, numFailedTests: 0 };
  const failed = figures.numFailedTests;
  // A file that cannot even start has no failed test, yet the run has failed.
  const unseen = status === 0 || failed > 0 ? 0 : 1;
  return count(name, { passed: figures.numPassedTests, failed: failed + unseen });
}

/** What the build measures of its own instrument; each measurement is a check of its own. */
async function measure(): Promise<Report[]> {
  say("\n── measurements: npm run measure");
  const reports = await runMeasurements(NAMES, ({ name, seconds, faults }) =>
    say(
      `${faults.length === 0 ? "as it must be" : "NOT AS IT MUST BE"}: ${name}, ${seconds.toFixed(1)} s`,
    ),
  );
  for (const { title, faults } of reports) {
    count(title, faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return reports;
}

/** The browser is looked for before the long work begins. */
function browserIsThere(): boolean {
  try {
    say(`Browser: ${needBrowser()}`);
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return count("finding a browser", { passed: 0, failed: 1 });
  }
}

const hasBrowser = browserIsThere();
check("types", "npm run --silent types");
check("lint", "npm run --silent lint");
check("format", "npm run --silent format:check");
vitest("unit tests", "unit");
const reports = await measure();
// What `npm run build` does after measuring.
const isBuilt = check("build", "astro build");
if (isBuilt && hasBrowser) {
  vitest("browser tests", "browser");
  rmSync(BUDGET_FILE, { force: true });
  vitest("budgets", "budgets");
} else {
  count("what needs the built book and a browser", { passed: 0, failed: 1 });
}
say(`\nMeasured\n${reports.map(describeReport).join("\n")}`);
if (isBuilt && hasBrowser && existsSync(BUDGET_FILE)) {
  say(`\nBudgets\n${budgetTable(readFileSync(BUDGET_FILE, "utf8"))}`);
}
if (failures.length > 0) say(`\nFailed: ${failures.join(", ")}`);
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
