import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { chapterFormulas } from "../../src/book/chapter-formulas.ts";
import { loadModel } from "../../src/book/models.ts";
import { parseMeta } from "../../src/book/meta.ts";
import { Judge } from "../../src/engine/index.ts";

const readme = readFileSync("README.md", "utf8");

describe("the README", () => {
  it("names only files and folders that exist", () => {
    const named = [...readme.matchAll(/[`(](?<path>(?:content|src|tests|public)\/[\w./-]*)/g)];
    const paths = named.map(({ groups }) => groups!.path!.replace(/NN-slug.*$/, ""));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) expect(`${path} ${existsSync(path)}`).toBe(`${path} true`);
  });

  it("names only commands that the package has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const commands = [...readme.matchAll(/npm run (?<name>[\w:-]+)/g)];
    expect(commands.length).toBeGreaterThan(3);
    for (const { groups } of commands) expect(Object.keys(scripts)).toContain(groups!.name);
  });

  it("shows equations that an author can copy: their meta is read and they hold", () => {
    const judge = new Judge(loadModel("feedforward"));
    const shown = chapterFormulas(readme).filter(({ kind }) => kind === "display");
    expect(shown).toHaveLength(2);
    for (const { tex, meta } of shown) {
      expect(parseMeta(meta).faults).toEqual([]);
      expect(parseMeta(meta).meta.id).toBeDefined();
      expect(judge.judge(tex).verdict).toBe("holds");
    }
  });
});
