import { describe, expect, it } from "vitest";
import { Judge } from "../engine/index.ts";
import { parse, printEquation } from "../language/index.ts";
import { readBook } from "./corpus.ts";
import { loadModel } from "./models.ts";

const judges = new Map<string, Judge>();
const judgeOf = (model: string): Judge => {
  const judge = judges.get(model) ?? new Judge(loadModel(model));
  judges.set(model, judge);
  return judge;
};

const rows = readBook();
const executed = rows.filter(({ verdict }) => verdict !== "display only");
const displayed = rows.filter(({ verdict }) => verdict === "display only");

describe("the equations of the book", () => {
  for (const { id, tex, model, verdict } of executed) {
    it(`${id}: ${verdict} · ${tex}`, () => {
      const judgement = judgeOf(model).judge(tex);
      expect(`${judgement.verdict} ${judgement.verdict === verdict ? "" : judgement.message}`).toBe(
        `${verdict} `,
      );
    });
  }

  it("hold with a distance near rounding, not merely below the limit", () => {
    const worst = executed
      .filter(({ verdict }) => verdict === "holds")
      .map(({ tex, model }) => judgeOf(model).judge(tex).worst ?? 0);
    expect(Math.max(...worst)).toBeLessThan(1e-11);
  });

  it("are the same under another seed", () => {
    for (const { id, tex, model, verdict } of executed) {
      expect(`${id} ${judgeOf(model).judge(tex, { seed: "another" }).verdict}`).toBe(
        `${id} ${verdict}`,
      );
    }
  });

  it("have ids of their own", () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("are executed: fewer than ten are only displayed, each for a reason, none in chapters 1 to 8", () => {
    expect(displayed.length).toBeLessThan(10);
    expect(displayed.filter(({ reason }) => !reason)).toEqual([]);
    expect(displayed.filter(({ id }) => Number.parseInt(id, 10) <= 8)).toEqual([]);
  });
});

/** A tree without spans, and without the mark of an argument that stood without brackets: the printer adds them. */
const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      ["span", "source"].includes(key) || (key === "open" && typeof inner === "boolean")
        ? undefined
        : inner,
    ),
  );

describe("printing a tree", () => {
  for (const { id, tex, model } of executed) {
    it(`gives LaTeX that parses to the same tree: ${id}`, () => {
      const first = parse(tex, loadModel(model)).equation;
      const again = parse(printEquation(first), loadModel(model));
      expect(again.diagnostics).toEqual([]);
      expect(bare(again.equation)).toEqual(bare(first));
    });
  }
});
