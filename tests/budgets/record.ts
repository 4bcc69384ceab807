import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Where the figures of a run wait to be printed together at its end. */
export const BUDGET_FILE = "node_modules/.cache/running-backwards/budgets.jsonl";

export interface Budget {
  readonly what: string;
  readonly figure: number;
  /** Absent for a figure that is only noted. */
  readonly limit?: number;
  readonly unit: string;
}

/**
 * Notes a figure beside its limit; answers whether it keeps to it. A time is printed, and marked where it
 * is over, but fails nothing: on a busy machine it says more of the machine than of the book.
 */
export function keeps(budget: Budget): boolean {
  mkdirSync(dirname(BUDGET_FILE), { recursive: true });
  appendFileSync(BUDGET_FILE, `${JSON.stringify(budget)}\n`);
  return budget.unit === "ms" || budget.figure <= (budget.limit ?? Infinity);
}

/** The figures as lines of one table. */
export function budgetTable(lines: string): string {
  const budgets = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Budget);
  const width = Math.max(0, ...budgets.map(({ what }) => what.length));
  const show = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  return budgets
    .map(({ what, figure, limit, unit }) => {
      if (limit === undefined) return `  noted   ${what.padEnd(width)}  ${show(figure)} ${unit}`;
      const mark = figure <= limit ? "within" : "OVER  ";
      return `  ${mark}  ${what.padEnd(width)}  ${show(figure)} of ${show(limit)} ${unit}`;
    })
    .join("\n");
}
