import { describe, expect, test } from "vitest";

import { FORMULA_CHARACTERS } from "../../src/book/font-characters.ts";
import { countFormulas, writtenChapters } from "./book.ts";
import { openSite } from "./opened-site.ts";

const site = openSite();

describe.each(writtenChapters())("without JavaScript, $path", ({ path, source }) => {
  test("shows every formula of its source, set and as MathML", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    const { displays, inText } = countFormulas(source);
    expect(await page.locator("figure.equation .katex-display").count()).toBe(displays);
    expect(await page.locator(".formula > .katex").count()).toBe(inText);
    const visible = await page.locator("figure.equation .katex-html").all();
    for (const formula of visible) {
      // What lies far below the window is laid out when it comes near.
      await formula.scrollIntoViewIfNeeded();
      const height = async () => (await formula.boundingBox())?.height;
      await expect.poll(height, { timeout: 10_000 }).toBeGreaterThan(5);
    }
    const annotations = await page.locator("annotation[encoding='application/x-tex']").count();
    expect(annotations).toBeGreaterThanOrEqual(displays + inText);
    await context.close();
  });

  test("sets its formulas with glyphs that our fonts hold", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    const shown = await page
      .locator("main")
      .evaluate((main) =>
        [...main.querySelectorAll(".katex-html")].map((one) => one.textContent).join(""),
      );
    // KaTeX puts zero-width spaces where a browser would otherwise misplace a box.
    const known = `${FORMULA_CHARACTERS}\u200b`;
    expect([...new Set(shown)].filter((letter) => !known.includes(letter))).toEqual([]);
    await context.close();
  });

  test("leaves no dollar sign, no TeX command and no empty number in its text", async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    const text = await page.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll(".katex-mathml, pre, code, script"))
        hidden.remove();
      return copy.textContent ?? "";
    });
    expect(text).not.toMatch(/\$|\\[a-z]+/);
    for (const value of await page.locator("data.value").all()) {
      expect(await value.textContent()).toMatch(/^\u2212?[\d.,×·⁻⁰¹²³⁴⁵⁶⁷⁸⁹()[\]; \u2212e+]+$/);
    }
    await context.close();
  });
});

test("the count of formulas in a source knows displays, inline formulas and numbers apart", () => {
  const source =
    "Text $a$ and $b$ at 5 \\$.\n\n$$ #one why=DEF\na = b\n  + c\n$$\n\n:value[$a$]{digits=4} $c$\n";
  expect(countFormulas(source)).toEqual({ displays: 1, inText: 3 });
});
