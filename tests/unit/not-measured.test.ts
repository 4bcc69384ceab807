import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { NAMES } from "../../src/book/measurements/registry.ts";
import { build, copyBook, write } from "./copied-book.ts";

const CHAPTER = `---
title: A chapter
summary: It has no formula.
---

A sentence.
`;

let folder: string;
let page: string;

beforeAll(() => {
  folder = copyBook();
  write(folder, "content/chapters/04-equation-1/index.mdx", CHAPTER);
  const { status, output } = build(folder);
  expect(status, output.slice(-4000)).toBe(0);
  page = readFileSync(join(folder, "dist/how-this-book-is-checked/index.html"), "utf8");
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a book that is built before anything was measured", () => {
  test("says so in every place, and how to measure", () => {
    expect(page).toContain("Nothing has been measured");
    for (const name of NAMES) expect(page).toContain(`npm run measure -- ${name}`);
  });

  test("shows no figure, and has none in its data", () => {
    expect(page).not.toContain("data-from");
    expect(existsSync(join(folder, "node_modules/.cache/running-backwards/measured"))).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, "dist/measured.json"), "utf8"))).toEqual({});
  });
});
