/**
 * `npm test`: every check of the book, one after the other, and one line with the count at the end.
 * A check that fails does not keep the others from running, except that what reads the built pages needs them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

import { needBrowser } from "./browser/find-browser.ts";
import { BUDGET_FILE, budgetTable } from "./budgets/record.ts";

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
const isBuilt = check("build", "npm run --silent build");
if (isBuilt && hasBrowser) {
  vitest("browser tests", "browser");
  rmSync(BUDGET_FILE, { force: true });
  vitest("budgets", "budgets");
  say("\nBudgets");
  if (existsSync(BUDGET_FILE)) say(budgetTable(readFileSync(BUDGET_FILE, "utf8")));
} else {
  count("what needs the built book and a browser", { passed: 0, failed: 1 });
}
if (failures.length > 0) say(`\nFailed: ${failures.join(", ")}`);
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
