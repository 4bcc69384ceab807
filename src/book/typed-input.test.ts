import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Judge, judgeWithHints } from "../engine/index.ts";
import { readTyped } from "../language/index.ts";
import { chapterFormulas } from "./chapter-formulas.ts";
import { readBook, readCorpus } from "./corpus.ts";
import { spellings } from "./spellings.ts";
import { loadModel } from "./models.ts";

const CONTENT = resolve(import.meta.dirname, "../../content");

interface House {
  readonly tex: string;
  readonly model: string;
}

/** House LaTeX of every sort: the book's equations, false ones, traps, models, the formulas in sentences. */
const house: readonly House[] = [
  ...readBook(),
  ...["traps", "gradient-check-mutants"].flatMap(readCorpus),
  ...globSync("models/*.yaml", { cwd: CONTENT }).flatMap((file) => {
    const data = parse(readFileSync(resolve(CONTENT, file), "utf8")) as Record<string, string[]>;
    const model = file.replace(/^.*[\\/]|\.yaml$/g, "");
    return [...(data.definitions ?? []), ...(data.updates ?? [])].map((tex) => ({ tex, model }));
  }),
  ...globSync("chapters/*/index.mdx", { cwd: CONTENT }).flatMap((file) =>
    chapterFormulas(readFileSync(resolve(CONTENT, file), "utf8")).map(({ tex }) => ({
      tex,
      model: "feedforward",
    })),
  ),
];

describe("house LaTeX", () => {
  it("is left alone when it is typed", () => {
    expect(house.length).toBeGreaterThan(400);
    const changed = house.flatMap(({ tex, model }) => {
      const read = readTyped(tex, loadModel(model)).tex;
      return read === tex ? [] : [`${tex} ⇒ ${read}`];
    });
    expect(changed).toEqual([]);
  });
});

describe("the table of what is typed", () => {
  it("is read the same when it is read again", () => {
    for (const { tex, model = "feedforward" } of spellings) {
      const once = readTyped(tex, loadModel(model)).tex;
      expect(readTyped(once, loadModel(model)).tex).toBe(once);
    }
  });

  it("is told with spans inside of what was typed, also where its characters are cut and mixed", () => {
    const judge = new Judge(loadModel("feedforward"));
    spellings.forEach(({ tex }, at) => {
      const other = spellings[(at * 7 + 3) % spellings.length]!.tex;
      const mixed = tex.slice(0, at % tex.length) + other.slice(at % other.length);
      for (const { span, related = [] } of judgeWithHints(judge, mixed).diagnostics) {
        for (const { start, end } of [span, ...related]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(mixed.length);
        }
      }
    });
  });
});
