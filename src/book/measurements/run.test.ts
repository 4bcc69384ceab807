import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { describeReport } from "./describe.ts";
import type { Measurement } from "./measurement.ts";
import { outcomeOf } from "./outcome.ts";
import { isName, MEASUREMENTS, NAMES } from "./registry.ts";
import { forgetReport, type Report } from "./reports.ts";
import { runMeasurements } from "./run.ts";

const EXPORTED = /^export const (?<name>\w+): Measurement</gm;

describe("the list of measurements", () => {
  it("holds every one that a file of the folder exports, under its name", async () => {
    const exported = globSync("*.ts", { cwd: import.meta.dirname }).flatMap((file) =>
      [...readFileSync(resolve(import.meta.dirname, file), "utf8").matchAll(EXPORTED)].map(
        ({ groups }) => groups!.name!,
      ),
    );
    expect(exported.toSorted()).toEqual(NAMES.toSorted());
    for (const name of NAMES) expect((await MEASUREMENTS[name]()).title).not.toBe("");
  });

  it("knows no other name", () => {
    expect(isName(NAMES[0]!)).toBe(true);
    expect(isName("nonsense")).toBe(false);
    expect(isName("toString")).toBe(false);
  });
});

describe("a measurement", () => {
  const wanting = (figure: number): Measurement<{ figure: number }> => ({
    title: "A trial",
    measure: () => ({ figure }),
    faults: (found) => (found.figure > 1 ? ["It is too large."] : []),
    lines: (found) => [`the figure is ${found.figure}`],
  });

  it("gives its figures, its lines and its faults", async () => {
    const outcome = await outcomeOf(wanting(2));
    expect(outcome).toMatchObject({
      figures: { figure: 2 },
      lines: ["the figure is 2"],
      faults: ["It is too large."],
    });
    expect((await outcomeOf(wanting(1))).faults).toEqual([]);
  });

  it("may not give a number that JSON cannot hold", async () => {
    expect((await outcomeOf(wanting(Number.NaN))).faults).toEqual(["figures.figure is NaN."]);
  });

  it("is told in lines, its faults marked", async () => {
    const report = { name: "trial", ...(await outcomeOf(wanting(2))) } as Report;
    expect(describeReport(report)).toMatch(
      /^A trial \(trial, \d+\.\d s\)\n {2}the figure is 2\n {2}NOT AS IT MUST BE: It is too large\.$/,
    );
  });
});

describe("a run", () => {
  it("turns a process that breaks off into a fault, and tells of it", async () => {
    const told: string[] = [];
    const reports = await runMeasurements(["nonsense"], ({ name }) => told.push(name));
    forgetReport("nonsense");
    expect(told).toEqual(["nonsense"]);
    expect(reports[0]?.faults).toEqual(["It ended early, with 1."]);
    expect(reports[0]?.figures).toBeUndefined();
  });
});
