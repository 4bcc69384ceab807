import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, sep } from "node:path";

import { describe, expect, test } from "vitest";

/** Which folders of src each folder may import. The arrows run one way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  engine: ["language"],
  mutants: ["language", "engine"],
  practice: ["language", "engine"],
  course: ["language", "engine", "practice"],
  book: ["language", "engine", "mutants", "practice", "course"],
  components: ["language", "engine", "practice", "course"],
  layouts: ["components", "styles"],
  pages: ["book", "components", "layouts", "styles"],
};

/** Folders that run anywhere: no DOM, no Node, no Astro, no package. */
const PURE = ["language", "engine", "mutants", "practice", "course"];

/** Folders whose files are addressed one by one; all others have a door, index.ts. */
const WITHOUT_DOOR = ["layouts", "styles"];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

const sources = globSync("src/**/*.{ts,tsx,astro,js}").map((file) => file.split(sep).join("/"));
const programs = sources.filter((file) => !/\.(test|bench)\.tsx?$|\.d\.ts$/.test(file));

/** The modules that a source text names in `import`, `export … from` and `import()`. */
function importsOf(file: string, text: string): Import[] {
  const statement = /(?:^|\n)\s*(?:import|export)\b(?:[^'"=;]*?\bfrom)?\s*["']([^"'\n]+)["']/g;
  const call = /\bimport\(\s*["']([^"'\n]+)["']/g;
  return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => ({
    file,
    from: file.split("/")[1] ?? "",
    target: match[1] ?? "",
  }));
}

/** What is wrong with an import, in a sentence; undefined when nothing is. */
function faultOf({ file, from, target }: Import): string | undefined {
  if (!target.startsWith(".")) {
    return PURE.includes(from) ? `${file} is pure and imports "${target}".` : undefined;
  }
  const path = normalize(join(dirname(file), target.replace(/\?.*$/, "")))
    .split(sep)
    .join("/");
  const [, to = ""] = path.split("/");
  if (!path.startsWith("src/") || to === from || !file.slice(4).includes("/")) return undefined;
  if (!MAY_IMPORT[from]?.includes(to)) return `${file} in ${from} imports from ${to}.`;
  const isDoor = path === `src/${to}/index.ts` || WITHOUT_DOOR.includes(to);
  return isDoor ? undefined : `${file} imports ${path} instead of the door src/${to}/index.ts.`;
}

describe("the folders of src", () => {
  test("import one way only, through each other's door", () => {
    const faults = programs
      .flatMap((file) => importsOf(file, readFileSync(file, "utf8")))
      .map(faultOf)
      .filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
  });

  test("keep the DOM and the process out of the pure parts", () => {
    const faults = programs
      .filter((file) => PURE.includes(file.split("/")[1] ?? ""))
      .filter((file) =>
        /\b(document|localStorage|navigator|process|globalThis)\s*\.|\baddEventListener\(/.test(
          readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
        ),
      );
    expect(faults).toEqual([]);
  });

  test("hold files of at most 300 lines, tests included", () => {
    const long = sources.filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });

  test("name files in kebab-case", () => {
    const allowed =
      /^(\[?[a-z0-9]+(-[a-z0-9]+)*\]?)(\.(test|bench|config|d|json))?\.(ts|tsx|astro|js)$/;
    expect(sources.filter((file) => !allowed.test(basename(file)))).toEqual([]);
  });

  test("hold no test under src/pages, where it would become a page", () => {
    expect(sources.filter((file) => /^src\/pages\/.*\.test\./.test(file))).toEqual([]);
  });
});

describe("the check of imports", () => {
  const fault = (file: string, statement: string) =>
    importsOf(file, statement)
      .map(faultOf)
      .find((one) => one !== undefined);

  test("refuses an arrow that runs backwards", () => {
    expect(fault("src/language/lexer.ts", 'import { Tape } from "../engine/index.ts";')).toContain(
      "imports from engine",
    );
  });

  test("refuses a way round a door", () => {
    expect(
      fault("src/engine/judge.ts", 'import type { Node } from "../language/tree.ts";'),
    ).toContain("instead of the door");
  });

  test("refuses a package in a pure part, also in an export and in a dynamic import", () => {
    expect(fault("src/engine/judge.ts", 'export { x } from "katex";')).toContain("pure");
    expect(fault("src/engine/judge.ts", 'const fs = await import("node:fs");')).toContain("pure");
  });

  test("does not take an exported string for a module", () => {
    expect(fault("src/engine/sum.ts", 'export const name = "sum";')).toBeUndefined();
  });

  test("accepts a neighbour and a door", () => {
    expect(fault("src/engine/judge.ts", 'import { a } from "./tape/tape.ts";')).toBeUndefined();
    expect(
      fault("src/engine/judge.ts", 'import { a } from "../language/index.ts";'),
    ).toBeUndefined();
  });
});
