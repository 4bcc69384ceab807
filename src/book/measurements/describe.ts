import type { Report } from "./reports.ts";

/** A report for the terminal: its title, a line each, and what is not as it must be. */
export function describeReport({ name, title, seconds, lines, faults }: Report): string {
  return [
    `${title} (${name}, ${seconds.toFixed(1)} s)`,
    ...lines.map((line) => `  ${line}`),
    ...faults.map((fault) => `  NOT AS IT MUST BE: ${fault}`),
  ].join("\n");
}
