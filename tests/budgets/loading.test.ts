import { describe, expect, test } from "vitest";

import { writtenChapters } from "../browser/book.ts";
import { openSite } from "../browser/opened-site.ts";
import { keeps } from "./record.ts";

/** Slow 4G as the usual page-speed tools define it, and a processor four times slower. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
const SLOWER = 4;
const RUNS = 3;

interface Load {
  /** Total blocking time as page-speed tools define it: what tasks take beyond 50 ms, from the first paint on. */
  readonly blocked: number;
  /** The longest task before anything is seen, in milliseconds. */
  readonly beforePaint: number;
  readonly shift: number;
  /** Milliseconds until every formula stands in its own font. */
  readonly set: number;
}

const site = openSite();

async function load(path: string): Promise<Load> {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    const record = { blocked: 0, beforePaint: 0, shift: 0, set: 0 };
    const tasks: PerformanceEntry[] = [];
    (globalThis as unknown as { load: () => Load }).load = () => {
      const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      for (const { startTime, duration } of tasks) {
        const end = startTime + duration;
        record.blocked += Math.max(0, end - Math.max(startTime + 50, painted));
        if (startTime < painted) record.beforePaint = Math.max(record.beforePaint, duration);
      }
      return record;
    };
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
      type: "longtask",
      buffered: true,
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        record.shift += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: "layout-shift", buffered: true });
    addEventListener("DOMContentLoaded", () => {
      void document.fonts.ready.then(() => (record.set = performance.now()));
    });
  });
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  // The last tasks of the load, and the first paint, may still be under way.
  await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint").length > 0,
  );
  await page.waitForTimeout(500);
  const result = await page.evaluate(() => (globalThis as unknown as { load: () => Load }).load());
  await context.close();
  return result;
}

describe.each(writtenChapters())(
  "the chapter $path on slow 4G with a slow processor",
  ({ path }) => {
    test("loads within its budgets, best of three visits", async () => {
      const loads: Load[] = [];
      for (let run = 0; run < RUNS; run++) loads.push(await load(path));
      // A busy machine adds to a time and never takes from it, so the least of three is the honest figure.
      const least = (pick: (load: Load) => number) => Math.min(...loads.map(pick));
      const shift = Math.max(...loads.map((one) => one.shift));
      const blocked = Math.round(least((one) => one.blocked));
      const set = Math.round(least((one) => one.set));
      const beforePaint = Math.round(least((one) => one.beforePaint));
      keeps({
        what: `${path} longest task before the first paint`,
        figure: beforePaint,
        unit: "ms",
      });
      const ok = {
        blocked: keeps({ what: `${path} blocking time`, figure: blocked, limit: 50, unit: "ms" }),
        shift: keeps({ what: `${path} layout shift`, figure: shift, limit: 0, unit: "" }),
        set: keeps({ what: `${path} formulas set`, figure: set, limit: 2000, unit: "ms" }),
      };
      expect(ok).toEqual({ blocked: true, shift: true, set: true });
    });
  },
);
