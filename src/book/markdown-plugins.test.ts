import { pathToFileURL } from "node:url";

import { mdxToJs } from "satteri";
import { describe, expect, test } from "vitest";

import { bookPlugins, type PageEquation } from "./index.ts";

let chapter = 0;

/** Compiles a chapter as the build does; each has a file of its own, since ids are unique in the book. */
async function compile(source: string): Promise<{ code: string; equations: PageEquation[] }> {
  const frontmatter: Record<string, unknown> = {};
  const astro = {
    frontmatter,
    headings: [],
    localImagePaths: new Set(),
    remoteImagePaths: new Set(),
  };
  const { code } = await mdxToJs(source, {
    mdastPlugins: [bookPlugins],
    features: { math: true, directive: true },
    fileURL: pathToFileURL(`planted-${++chapter}.mdx`),
    data: { astro } as never,
  });
  return { code, equations: frontmatter.equations as PageEquation[] };
}

async function refusal(source: string): Promise<string> {
  return await compile(source).then(
    () => "compiled",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const equation = "\\delta_i^{(L)} = \\frac{\\partial E}{\\partial z_i^{(L)}}";

describe("a chapter that stands", () => {
  test("gives its formulas in the order of the text, with their TeX unchanged", async () => {
    const { equations } = await compile(
      `The $E$ and\n\n$$ #first-one\n${equation}\n$$\n\nthen $L$.\n`,
    );
    expect(equations.map(({ key, kind, tex }) => [key, kind, tex])).toEqual([
      ["formula-1", "inline", "E"],
      ["first-one", "display", equation],
      ["formula-3", "inline", "L"],
    ]);
  });

  test("prints the reason of a step as a tag and in words", async () => {
    const text = `:::derivation\nIt is so.\n\n$$ #first-step why=DEF\n${equation}\n$$\n\nDone.\n:::\n`;
    const { code } = await compile(text);
    expect(code).toContain("by definition");
    expect(code).toMatch(/class: "steps"[\s\S]*class: "step"[\s\S]*DEF/);
  });
});

describe("a chapter with a planted fault does not compile:", () => {
  test.each([
    [
      "a display without an id",
      `Text.\n\n$$\n${equation}\n$$\n`,
      ":3:1: A displayed equation needs",
    ],
    [
      "an id twice",
      `$$ #same\nE\n$$\n\n$$ #same\nE\n$$\n`,
      ":5:1: The id #same stands already on line 1.",
    ],
    [
      "a step without a reason",
      `:::derivation\n$$ #s\n${equation}\n$$\n:::\n`,
      ":2:1: A step of a derivation",
    ],
    [
      "a reason that is none",
      `$$ #s why=MAGIC\n${equation}\n$$\n`,
      '"MAGIC" is not one of the nine reasons',
    ],
    ["an unknown directive", "The ratio is 3:4 here.\n", ':1:15: ":4" is not a directive'],
    ["an unknown container", ":::magic\ntext\n:::\n", ':1:1: ":::magic" is not a container'],
    ["a value without its formula", "It is :value[x]{digits=4}.\n", ":1:7: A value is written"],
    ["TeX that cannot be set", "Text.\n\nSo $\\frac{a$ it is.\n", ":3:"],
  ])("%s", async (_what, source, message) => {
    expect(await refusal(source)).toContain(message);
  });

  test("several faults are told together, in the order of the file", async () => {
    const message = await refusal("A 3:4 ratio.\n\n$$\nE\n$$\n\n:::magic\n:::\n");
    const lines = [...message.matchAll(/\.mdx:(\d+):/g)].map((match) => Number(match[1]));
    expect(lines).toEqual([1, 3, 7]);
  });
});
