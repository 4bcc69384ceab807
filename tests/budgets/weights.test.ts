import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { build } from "vite";
import { describe, expect, test } from "vitest";

import { writtenChapters } from "../browser/book.ts";
import { openSite } from "../browser/opened-site.ts";
import { keeps } from "./record.ts";

const KILO = 1000;

const site = openSite();

/** Bytes of each response of a cold visit, as they travel: text gzipped, fonts as they are. */
async function weigh(path: string): Promise<{ url: string; bytes: number }[]> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 844 } });
  const pending: Promise<{ url: string; bytes: number }>[] = [];
  page.on("response", (response) => {
    const weighed = async () => {
      const body = await response.body();
      const isFont = /\.woff2$/.test(response.url());
      return { url: response.url(), bytes: isFont ? body.length : gzipSync(body).length };
    };
    pending.push(weighed());
  });
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await page.waitForLoadState("networkidle");
  const responses = await Promise.all(pending);
  await page.close();
  return responses;
}

describe.each(writtenChapters())("the chapter $path", ({ path }) => {
  test("keeps to its bytes", async () => {
    const responses = await weigh(path);
    const sum = (pattern: RegExp) =>
      responses.filter(({ url }) => pattern.test(url)).reduce((all, { bytes }) => all + bytes, 0) /
      KILO;
    const ok = [
      keeps({ what: `${path} JavaScript, gzipped`, figure: sum(/\.js$/), limit: 40, unit: "kB" }),
      keeps({ what: `${path} in all, gzipped, cold`, figure: sum(/./), limit: 120, unit: "kB" }),
    ];
    expect(ok).toEqual([true, true]);
  });
});

/**
 * A module that exports what the components import by value from language and engine: what a reader's browser is sent
 * of them. What they import when something opens, by `import()`, is not in it.
 */
function usedByComponents(): string {
  const names = new Map<string, Set<string>>([
    ["language", new Set()],
    ["engine", new Set()],
  ]);
  const statement =
    /import\s*\{(?<list>[^}]*)\}\s*from\s*"[./]*\/(?<door>language|engine)\/index\.ts"/g;
  for (const file of globSync("src/components/**/*.{ts,tsx}")) {
    if (/\.test\./.test(file)) continue;
    for (const { groups } of readFileSync(file, "utf8").matchAll(statement)) {
      for (const item of groups!.list!.split(",").map((one) => one.trim())) {
        if (item !== "" && !item.startsWith("type ")) names.get(groups!.door!)!.add(item);
      }
    }
  }
  return [...names]
    .map(([door, list]) => `export { ${[...list].join(", ")} } from "/src/${door}/index.ts";`)
    .join("\n");
}

test("what a browser is sent of language and engine stays small", async () => {
  const entry = "virtual:used";
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      {
        name: "used-by-components",
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? usedByComponents() : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      // Not `lib`: a library keeps its white space, a page does not.
      rolldownOptions: { input: [entry], preserveEntrySignatures: "strict" },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const code = outputs.map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n");
  const figure = gzipSync(code).length / KILO;
  expect(code.length).toBeGreaterThan(10 * KILO);
  expect(
    keeps({ what: "language + engine in a page, gzipped", figure, limit: 25, unit: "kB" }),
  ).toBe(true);
});

test("no file of src is over 300 lines", () => {
  const lengths = globSync("src/**/*.{ts,tsx,astro,css,js}").map(
    (file) => readFileSync(file, "utf8").split("\n").length - 1,
  );
  const over = lengths.filter((length) => length > 300).length;
  keeps({ what: "longest file of src", figure: Math.max(...lengths), limit: 300, unit: "lines" });
  expect(keeps({ what: "files of src over 300 lines", figure: over, limit: 0, unit: "" })).toBe(
    true,
  );
});
