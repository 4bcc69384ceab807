import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";

import { writtenChapters } from "../browser/book.ts";
import { openSite } from "../browser/opened-site.ts";
import { keeps } from "./record.ts";

const SLOWER = 4;
const ROUNDS = 3;
const MOVES = 50;
/** The first moves still compile. */
const WARM = 10;

const site = openSite();

interface Move {
  /** Milliseconds of the processor for script. */
  readonly script: number;
  /** Milliseconds from the event until its frame is handed to the screen. */
  readonly frame: number;
}

/** Script time of the page so far: time of the processor, so that a busy machine does not count. */
async function scriptTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN);
}

/** Moves the slider once and waits for what comes behind its frame. */
const moveTo = (page: Page, value: number): Promise<number> =>
  page.evaluate(async (to) => {
    const slider = document.querySelector<HTMLInputElement>(".dial-slider")!;
    const channel = new MessageChannel();
    const begin = performance.now();
    slider.value = String(to);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise<void>((done) => {
      channel.port1.onmessage = () => done();
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    return performance.now() - begin;
  }, value);

const at95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(0.95 * values.length)]!;

test.each(writtenChapters())(
  "a slider move in $path reaches the shown numbers, and how long it takes is printed",
  async ({ path }) => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.origin + path);
    await page.locator(".network-actions button:enabled").first().waitFor();
    // One equation stands open, with its tables.
    const figure = page.locator("figure.equation.is-named").first();
    await figure.locator("summary").click();
    await figure.locator("table.live").first().waitFor();
    await page.waitForTimeout(500);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const rounds: Move[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const moves: Move[] = [];
      for (let at = 0; at < MOVES; at += 1) {
        const before = await scriptTime(devtools);
        const frame = await moveTo(page, -2 + (4 * at) / MOVES);
        moves.push({ frame, script: (await scriptTime(devtools)) - before });
      }
      rounds.push(moves.slice(WARM));
    }
    const text = () => page.locator(".dial-figure").first().textContent();
    const shown = await text();
    await moveTo(page, -1.7);
    expect(await text()).not.toBe(shown);
    await page.close();
    // The least of the rounds: other programs add to a time and never take from it.
    const least = (pick: (move: Move) => number) =>
      Math.min(...rounds.map((moves) => at95(moves.map(pick))));
    const script = Number(least((move) => move.script).toFixed(1));
    const frame = Math.round(least((move) => move.frame));
    // Printed, not asserted: a time depends on what else the machine does.
    keeps({ what: `${path} slider move, script, p95`, figure: script, limit: 4, unit: "ms" });
    keeps({ what: `${path} slider move to frame, p95`, figure: frame, limit: 50, unit: "ms" });
  },
);
