import { rmSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { loadModel } from "../../src/book/models.ts";
import { readGiven } from "../../src/engine/index.ts";
import { build, copyBook, write } from "./copied-book.ts";

const CHAPTER = "content/chapters/04-equation-1/index.mdx";

const PLANTED = `---
title: A chapter with faults
summary: It must not build.
---

The rate $\\delta_i^{(L)}$ is a derivative.

$$ #planted-truth
\\delta_i^{(L)} = \\frac{\\partial E}{\\partial z_i^{(L)}}
$$

$$ #planted-false
\\delta^{(L)} = \\nabla_{a^{(L)}} E \\odot g'(a^{(L)})
$$

$$ #planted-symbol
\\delta_i^{(L)} = \\omega_i^{(L)}
$$

$$ #planted-shape
\\delta^{(k)} = \\theta^{(k)} \\delta^{(k+1)} \\odot g'(z^{(k)})
$$
`;

let folder: string;
let status: number | null;
let output: string;

beforeAll(() => {
  folder = copyBook();
  write(folder, CHAPTER, PLANTED);
  ({ status, output } = build(folder));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a build with planted faults", () => {
  test("ends with an exit code that is not zero", () => {
    expect(status).not.toBe(0);
  });

  test("says nothing against the equation that is true", () => {
    expect(output).not.toContain(`${CHAPTER}:9:`);
  });

  test.each([
    ["a false equation", 13, "\\nabla_{a^{(L)}} E \\odot g'(a^{(L)})"],
    ["an unknown symbol", 17, "\\omega"],
    ["a wrong shape", 21, "\\theta^{(k)} \\delta^{(k+1)}"],
  ])("names the file, the line and the place of %s", (_what, line, marked) => {
    const lines = output.split("\n");
    const at = lines.findIndex((text) => text.includes(`${CHAPTER}:${line}:`));
    expect(at, output.slice(-4000)).toBeGreaterThan(-1);
    const [shown = "", carets = ""] = [lines[at + 1], lines[at + 2]];
    const start = carets.indexOf("^");
    expect(shown.slice(start, carets.lastIndexOf("^") + 1)).toContain(marked);
  });

  test("shows the smallest network on which the false equation is false", () => {
    const lines = output.split("\n");
    const at = lines.findIndex((text) => text.includes(`${CHAPTER}:13:`));
    const notes = lines.slice(at + 3, at + 7).join("\n");
    expect(notes).toMatch(/smallest network found: 1-1, g = \w+/);
    const numbers = /its numbers: (?<json>\{.*\})/.exec(notes)?.groups?.json ?? "";
    const { constraints, problems } = readGiven(loadModel("feedforward"), JSON.parse(numbers));
    expect(problems).toEqual([]);
    expect(constraints.widths.n).toEqual([1, 1]);
  });
});
