import { existsSync, globSync, readFileSync } from "node:fs";
import { sep } from "node:path";

/** A chapter with its folder and address. */
export interface WrittenChapter {
  readonly file: string;
  readonly path: string;
  readonly source: string;
}

/** The addresses of all built pages, such as `/` and `/equation-1/`. */
export function builtPages(): string[] {
  if (!existsSync("dist/index.html"))
    throw new Error("There is no built book: run `npm run build`.");
  return globSync("dist/**/*.html")
    .map((file) => `/${file.split(sep).slice(1).join("/")}`.replace(/index\.html$/, ""))
    .toSorted();
}

export function writtenChapters(): WrittenChapter[] {
  return globSync("content/chapters/*/index.mdx")
    .toSorted()
    .map((file) => {
      const folder = file.split(sep)[2] ?? "";
      const path = `/${folder.replace(/^\d+-/, "")}/`;
      return { file, path, source: readFileSync(file, "utf8") };
    });
}

/** How many formulas a chapter's source holds, counted without the Markdown engine. */
export function countFormulas(source: string): { displays: number; inText: number } {
  const displays = source.match(/^[ \t]*\$\$[^\n]*\n[\s\S]*?\n[ \t]*\$\$[ \t]*$/gm) ?? [];
  const rest = displays.reduce((text, block) => text.replace(block, () => ""), source);
  // A number replaces its formula: :value[$…$] shows none.
  const prose = rest.replace(/:value\[\$[^$]*\$\]/g, "").replaceAll("\\$", "");
  return { displays: displays.length, inText: (prose.match(/\$[^$]+\$/g) ?? []).length };
}
