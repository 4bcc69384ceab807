import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { chapterFormulas } from "./chapter-formulas.ts";
import { readBook } from "./corpus.ts";
import { katexLeaves, visibleTokens } from "./katex-leaves.ts";
import { typeset } from "./typeset.ts";

const CHAPTERS = resolve(import.meta.dirname, "../../content/chapters");
const book = readdirSync(CHAPTERS).flatMap((chapter) =>
  chapterFormulas(readFileSync(resolve(CHAPTERS, chapter, "index.mdx"), "utf8")).map((one) => ({
    ...one,
    chapter,
  })),
);

const annotation = (html: string): string | undefined =>
  /<annotation encoding="application\/x-tex">([^]*?)<\/annotation>/
    .exec(html)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("the contract with KaTeX", () => {
  it("looks at the whole book", () => {
    expect(book.filter(({ kind }) => kind === "display").length).toBeGreaterThan(30);
    expect(book.filter(({ kind }) => kind === "inline").length).toBeGreaterThan(100);
  });

  it("annotates every formula with its source, byte for byte", () => {
    for (const { tex, kind } of book) {
      const { html, problem } = typeset(tex, tex, kind === "display");
      expect(problem).toBeUndefined();
      expect(annotation(html)).toBe(tex);
    }
  });

  it("shows what the parser consumed, no more and no less, in every formula of the book", () => {
    for (const { tex } of book) expect(visibleTokens(tex)).toEqual(katexLeaves(tex));
  });

  it("does so over the equations as data", () => {
    for (const { tex } of readBook()) {
      expect(visibleTokens(tex)).toEqual(katexLeaves(tex));
    }
  });

  it("would notice a token that is not shown, and a glyph that is not read", () => {
    expect(visibleTokens("a + \\phantom{b}")).not.toEqual(katexLeaves("a + \\phantom{b}"));
    expect(visibleTokens("a % b")).not.toEqual(katexLeaves("a % b"));
  });
});
