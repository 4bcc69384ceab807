import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import { builtPages } from "./book.ts";
import { openSite } from "./opened-site.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const axeOptions: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

const site = openSite();

/**
 * Accessibility violations as short lines. Every details element is open, so that nothing hides, and every section
 * is laid out: in one that is not, boxes lie where they never are seen.
 */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll<HTMLElement>(".stretch")) {
      one.style.contentVisibility = "visible";
    }
  });
  await page.evaluate(axeSource);
  const results = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<unknown> } }).axe.run(
        options,
      ),
    axeOptions,
  );
  return (results as AxeResults).violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length} times, first ${nodes[0]?.html.slice(0, 200)})`,
  );
}

describe.each(builtPages())("the page %s", (path) => {
  test("opens without a message in the console and asks no other origin for anything", async () => {
    const page = await site.browser.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) troubles.push(message.text());
    });
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== site.origin && protocol !== "data:") troubles.push(`asked: ${request.url()}`);
    });
    await page.goto(site.origin + path, { waitUntil: "networkidle" });
    await page.close();
    expect(troubles).toEqual([]);
  });

  test.each([390, 768, 1280])(
    "does not scroll sideways and does not shift at %i px",
    async (width) => {
      const page = await site.browser.newPage({ viewport: { width, height: 844 } });
      await page.addInitScript(() => {
        const record = globalThis as unknown as { shifts: string[] };
        record.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, sources } = entry as PerformanceEntry & {
              value: number;
              sources: { node?: { nodeName: string; className?: string } }[];
            };
            const names = sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? ""}`);
            record.shifts.push(`${value.toFixed(4)} ${names.join(" ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.origin + path, { waitUntil: "networkidle" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let top = 0; top < height; top += 700) {
        await page.evaluate((y) => scrollTo(0, y), top);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
      const [shifts, sideways] = await page.evaluate(() => [
        (globalThis as unknown as { shifts: string[] }).shifts,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ]);
      await page.close();
      expect(shifts).toEqual([]);
      expect(sideways).toBe(0);
    },
  );

  test.each([
    ["light", 390],
    ["light", 1280],
    ["dark", 390],
    ["dark", 1280],
  ] as const)("is accessible in the %s theme at %i px", async (colorScheme, width) => {
    const page = await site.browser.newPage({ colorScheme, viewport: { width, height: 844 } });
    await page.goto(site.origin + path, { waitUntil: "networkidle" });
    const found = await violations(page);
    await page.close();
    expect(found).toEqual([]);
  });
});

test("the theme switch goes through its three states and is remembered", async () => {
  const context = await site.browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.locator("[data-theme-switch]");
  await button.click();
  expect(await paper()).toBe(light);
  await button.click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await button.click();
  expect(await paper()).toBe(light);
  await context.close();
});

test("the accessibility check sees a fault that is planted", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/`);
  await page.evaluate(() =>
    document.querySelector("main")!.append(document.createElement("button")),
  );
  expect((await violations(page)).join()).toContain("button-name");
  await page.close();
});
