import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import { readBook } from "../../src/book/corpus.ts";
import { readDisplayed } from "../../src/book/displayed.ts";
import { NAMES } from "../../src/book/measurements/registry.ts";
import { openSite } from "./opened-site.ts";

const site = openSite();
const PATH = "/how-this-book-is-checked/";

type Measured = Record<string, { figures: unknown; faults: string[] }>;

const measured = async (): Promise<Measured> =>
  (await (await fetch(`${site.origin}/measured.json`)).json()) as Measured;

async function open(): Promise<Page> {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin + PATH);
  return page;
}

/** The number at a path of the data, a star adding up: a second reading, not the page's own. */
function numberAt(data: Measured, path: string): number {
  const [name = "", ...steps] = path.split(".");
  let found: unknown[] = [data[name]?.figures];
  for (const step of steps) {
    found = found.flatMap((one) =>
      step === "*" ? Object.values(one as object) : [(one as Record<string, unknown>)[step]],
    );
  }
  return found.reduce((sum: number, one) => sum + (one as number), 0);
}

/** What a reader takes from a printed number, and how far it may be from the number that was printed. */
function readNumber(text: string): { read: number; slack: number } {
  const [mantissa = "", power = "⁰"] = text.replace(/,| (s|%)$/g, "").split("·10");
  const exponent = [...power]
    .map((sign) => (sign === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)))
    .join("");
  const unit = 10 ** (Number(exponent) - (text.endsWith("%") ? 2 : 0));
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const isRounded = text.replaceAll(",", "") !== mantissa || decimals > 0;
  return { read: Number(mantissa) * unit, slack: isRounded ? 0.501 * 10 ** -decimals * unit : 0 };
}

describe("the page about the checks", () => {
  test("shows only figures that stand in the measured data, as they are there", async () => {
    const data = await measured();
    const page = await open();
    const shown = await page
      .locator("[data-from]")
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("data-from") ?? "", one.textContent ?? ""] as const),
      );
    await page.context().close();
    expect(shown.length).toBeGreaterThan(50);
    for (const [path, text] of shown) {
      const value = numberAt(data, path);
      const { read, slack } = readNumber(text);
      expect(`${path} ${Math.abs(read - value) <= slack ? "as" : `${value}, not`} ${text}`).toBe(
        `${path} as ${text}`,
      );
    }
  });

  test("shows figures of every measurement, and all of them came out as they must", async () => {
    const data = await measured();
    const page = await open();
    expect(Object.keys(data).toSorted()).toEqual(NAMES.toSorted());
    for (const name of NAMES) {
      expect(data[name]?.faults).toEqual([]);
      expect(await page.locator(`[data-from^="${name}."]`).count()).toBeGreaterThan(0);
    }
    expect(await page.locator(".not-measured").count()).toBe(0);
    await page.context().close();
  });

  test("holds no digit that was typed", async () => {
    const page = await open();
    const text = await page.locator("main").evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      const computed = "[data-from], [data-counted], [data-name], .formula, code, time, svg";
      for (const one of copy.querySelectorAll(computed)) one.remove();
      return copy.textContent ?? "";
    });
    await page.context().close();
    expect(text.length).toBeGreaterThan(3000);
    expect(text.match(/.{0,40}\d.{0,40}/g)).toBeNull();
  });

  test("lists every equation that is only displayed, with its reason", async () => {
    const rows = readDisplayed(readBook());
    const page = await open();
    const table = page.locator("section:has(> #display-only)");
    expect(await table.count()).toBe(1);
    const texts = await table.locator("tbody tr").allTextContents();
    const sources = await table.locator("annotation").allTextContents();
    await page.context().close();
    expect(texts).toHaveLength(rows.length);
    expect(sources).toEqual(rows.map(({ tex }) => tex));
    for (const [at, { reason }] of rows.entries()) expect(texts[at]).toContain(reason);
  });

  test("lets the keyboard reach every table that may scroll", async () => {
    const page = await open();
    const tables = page.locator("article table");
    expect(await tables.count()).toBeGreaterThan(4);
    for (const table of await tables.all()) {
      const box = table.locator("xpath=..");
      await box.focus();
      expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await table.locator("caption").count()).toBe(1);
      expect(await table.locator("th:not([scope])").count()).toBe(0);
    }
    await page.context().close();
  });

  test.each(["/", "/colophon/", "/equation-1/"])("is linked from %s", async (path) => {
    const page = await site.browser.newPage();
    await page.goto(site.origin + path);
    expect(await page.locator(`a[href="${PATH}"]`).count()).toBeGreaterThan(0);
    await page.close();
  });
});

test("a printed number is read as it was meant", () => {
  expect(readNumber("20,000")).toEqual({ read: 20000, slack: 0 });
  expect(readNumber("3·10⁻¹¹").read).toBeCloseTo(3e-11, 20);
  expect(readNumber("0.12 %").read).toBeCloseTo(0.0012, 10);
  expect(readNumber("1.26").slack).toBeCloseTo(0.005, 4);
});
