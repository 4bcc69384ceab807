import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { writtenChapters } from "../browser/book.ts";
import { launch } from "../browser/find-browser.ts";
import { serve, type SiteServer } from "../browser/static-server.ts";
import { keeps } from "./record.ts";

const SLOWER = 4;
const MOVES = 80;
const ROUNDS = 3;
/** The first moves still compile. */
const WARM = 20;

let browser: Browser;
let site: SiteServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Moves {
  /** Milliseconds of script for each move: the event and all callbacks of its frame. */
  readonly scripts: number[];
  /** Milliseconds from the event until its frame is handed to the screen. */
  readonly frames: number[];
}

test.each(writtenChapters())(
  "a slider move in $path reaches every number within its budget",
  async ({ path }) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      const record = { callbacks: 0 };
      Object.assign(globalThis, { record });
      const ask = globalThis.requestAnimationFrame.bind(globalThis);
      globalThis.requestAnimationFrame = (callback) =>
        ask((time) => {
          const begin = performance.now();
          callback(time);
          record.callbacks += performance.now() - begin;
        });
    });
    await page.goto(site.origin + path);
    await page.locator(".network-actions button:enabled").first().waitFor();
    // One equation stands open, with its tables.
    const figure = page.locator("figure.equation.is-named").first();
    await figure.locator("summary").click();
    await figure.locator("table.live").first().waitFor();
    await page.waitForTimeout(500);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const round = (): Promise<Moves> =>
      page.evaluate(async (count) => {
        const { record } = globalThis as unknown as { record: { callbacks: number } };
        const slider = document.querySelector<HTMLInputElement>(".dial-slider")!;
        const result = { scripts: [] as number[], frames: [] as number[] };
        const channel = new MessageChannel();
        for (let move = 0; move < count; move += 1) {
          record.callbacks = 0;
          const begin = performance.now();
          slider.value = String(-2 + (4 * move) / count);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          const handled = performance.now() - begin;
          // After a frame the message comes behind its layout and paint.
          await new Promise<void>((done) => {
            channel.port1.onmessage = () => done();
            requestAnimationFrame(() => channel.port2.postMessage(0));
          });
          result.frames.push(performance.now() - begin);
          result.scripts.push(handled + record.callbacks);
        }
        return result;
      }, MOVES);
    const rounds: Moves[] = [];
    for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round());
    await page.close();
    const at95 = (values: readonly number[]) =>
      values.slice(WARM).toSorted((one, other) => one - other)[Math.floor(0.95 * (MOVES - WARM))]!;
    // A busy machine adds to a time and never takes from it, so the least of the rounds is the honest figure.
    const least = (pick: (moves: Moves) => number) => Math.min(...rounds.map(pick));
    const script = Number(least(({ scripts }) => at95(scripts)).toFixed(2));
    const frame = Number(least(({ frames }) => at95(frames)).toFixed(1));
    const ok = [
      keeps({ what: `${path} slider move, script, p95`, figure: script, limit: 4, unit: "ms" }),
      keeps({ what: `${path} slider move to frame, p95`, figure: frame, limit: 50, unit: "ms" }),
    ];
    expect(ok).toEqual([true, true]);
  },
);
