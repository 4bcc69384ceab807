import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";

import { openSite } from "./opened-site.ts";

const site = openSite();
const troubles: string[] = [];

afterEach(async () => {
  const found = troubles.splice(0);
  await Promise.all(site.browser.contexts().map((context) => context.close()));
  expect(found).toEqual([]);
});

const WIDE = { viewport: { width: 1280, height: 900 } };

async function open(
  path: string,
  options: BrowserContextOptions = WIDE,
  context?: Awaited<ReturnType<Browser["newContext"]>>,
): Promise<Page> {
  const page = await (context ?? (await site.browser.newContext(options))).newPage();
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  await page.goto(site.origin + path);
  await ready(page);
  return page;
}

/** Until the script has taken over: then the buttons are no longer disabled. */
const ready = (page: Page) => page.locator(".network-actions button:enabled").first().waitFor();

const number = (page: Page) => page.locator("#dial-number");
/** Not innerText: what is far from the window is not laid out. */
const here = async (page: Page, id: string) =>
  (await page.locator(`#${id} .here`).textContent()) ?? "";
const brief = (page: Page) => page.locator(".network-brief").innerText();
const edge = (page: Page, name: string) => page.locator(`.edge[aria-label="${name}"]`);
const FIRST_WEIGHT = "weight from neuron 1 of layer 1 to neuron 1 of layer 2";

/** Types into the dial and waits until the address knows of it. */
async function type(page: Page, text: string): Promise<void> {
  await number(page).fill(text);
  await number(page).press("Enter");
}

const settled = (page: Page, part: string) =>
  page.waitForFunction((text) => location.hash.includes(text), part);

async function openSettings(page: Page): Promise<void> {
  await page.getByText("Sizes, g and seed").click();
}

describe("a weight that is dragged", () => {
  test("changes the numbers of three opened equations and of the drawing in one frame", async () => {
    const page = await open("/equation-2/");
    const ids = ["equation-2", "hidden-chain", "hidden-component"];
    for (const id of ids) {
      await page.locator(`#${id} summary`).click();
      await page.locator(`#${id} table.live`).first().waitFor();
    }
    await page.evaluate((keys) => {
      const record = { frame: 0, changed: {} as Record<number, string[]> };
      Object.assign(globalThis, { record });
      const count = () => {
        record.frame += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      const watched = [...keys.map((key) => `#${key} .live-tables`), ".drawing"];
      for (const selector of watched) {
        new MutationObserver(() => {
          (record.changed[record.frame] ??= []).push(selector);
        }).observe(document.querySelector(selector)!, { characterData: true, subtree: true });
      }
    }, ids);
    await page.locator(".dial-slider").scrollIntoViewIfNeeded();
    const box = (await page.locator(".dial-slider").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 5; step += 1) {
      await page.mouse.move(box.x + box.width * (0.75 - 0.05 * step), box.y + box.height / 2);
      await page.waitForTimeout(60);
    }
    await page.mouse.up();
    const changed = await page.evaluate(
      () =>
        (globalThis as unknown as { record: { changed: Record<number, string[]> } }).record.changed,
    );
    const frames = Object.values(changed);
    expect(frames.length).toBeGreaterThanOrEqual(4);
    for (const frame of frames) expect(new Set(frame).size).toBe(4);
  });

  test("reaches an equation far from the window when the numbers rest", async () => {
    const page = await open("/equation-2/");
    const far = await page.evaluate(() => {
      const all = [...document.querySelectorAll("figure.equation[data-equation]")];
      const last = all.findLast((one) => one.querySelector(".here-numbers")!.textContent !== "")!;
      return { id: last.id, below: last.getBoundingClientRect().top / innerHeight };
    });
    expect(far.below).toBeGreaterThan(2);
    await type(page, "1.35");
    await page.waitForFunction(
      (id) => document.querySelector(`#${id} .here`)!.textContent!.includes("your net"),
      far.id,
    );
    // The first change fetches the machine, which shows all; the second only moves a number.
    const first = await here(page, far.id);
    await type(page, "-0.85");
    await page.waitForFunction(
      ({ id, first }) => document.querySelector(`#${id} .here`)!.textContent !== first,
      { id: far.id, first },
    );
  });

  test("is undone as one step, and done again", async () => {
    const page = await open("/equation-1/");
    const before = await here(page, "equation-1");
    const slider = page.locator(".dial-slider");
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await settled(page, "net=");
    const after = await here(page, "equation-1");
    expect(after).not.toBe(before);
    expect(after).toContain("your net");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => location.hash === "");
    expect(await here(page, "equation-1")).toBe(before);
    await page.getByRole("button", { name: "Redo" }).click();
    await settled(page, "net=");
    expect(await here(page, "equation-1")).toBe(after);
  });
});

describe("the reader's network", () => {
  test("says of Equation 2 that it has no place on two layers, and gets it back by undo", async () => {
    const page = await open("/equation-2/");
    await openSettings(page);
    await page.getByRole("button", { name: "Layers: one less" }).click();
    await page.waitForFunction(() =>
      document.querySelector("#equation-2 .here")?.textContent?.includes("no place here"),
    );
    expect(await here(page, "equation-2")).toContain(
      "Equation 2 has no place here: it needs a hidden layer.",
    );
    expect(await page.locator(".neuron").count()).toBe(4);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".neuron").length === 7);
    await page.waitForFunction(
      () => !document.querySelector("#equation-2 .here")?.textContent?.includes("no place"),
    );
  });

  test("says which condition of an equation it does not meet", async () => {
    const page = await open("/equation-1/");
    await openSettings(page);
    await page.locator("#network-g").selectOption("relu");
    await page.waitForFunction(() =>
      document.querySelector("#sigmoid-slope .here")?.textContent?.includes("g = relu"),
    );
    expect(await here(page, "sigmoid-slope")).toContain("Stated for g = sigmoid");
    // The first hidden neuron of the pocket net has z = -1: relu makes it 0.
    await expect.poll(() => page.locator(".neuron-value").nth(2).textContent()).toBe("0");
    await page.locator("#network-g").selectOption("identity");
    await expect.poll(() => page.locator(".neuron-value").nth(2).textContent()).toBe("\u22121.00");
  });

  test("survives a reload and follows the reader into another chapter", async () => {
    const context = await site.browser.newContext(WIDE);
    const page = await open("/equation-1/", WIDE, context);
    await edge(page, FIRST_WEIGHT).click({ force: true });
    await type(page, "0.75");
    await settled(page, "net=");
    const shown = await here(page, "equation-1");
    await page.reload();
    await expect.poll(() => here(page, "equation-1")).toBe(shown);
    await page.goto(`${site.origin}/equation-3/`);
    await ready(page);
    await settled(page, "net=");
    await edge(page, FIRST_WEIGHT).click({ force: true });
    expect(await number(page).inputValue()).toBe("0.75");
    await page.getByRole("button", { name: "Pocket net" }).click();
    await page.waitForFunction(() => location.hash === "");
    expect(await number(page).inputValue()).toBe("\u22122");
  });

  test("travels in a link together with the anchor of an equation", async () => {
    const page = await open("/equation-2/");
    await page.getByRole("button", { name: "New numbers" }).click();
    await settled(page, "net=");
    const net = new URL(page.url()).hash.slice(1);
    const shown = await brief(page);
    const other = await open(`/equation-2/#equation-2&${net}`);
    await other.waitForFunction(
      (text) => document.querySelector(".network-brief")?.textContent === text,
      shown,
    );
    await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test("is the pocket net, with a plain notice, where the link is damaged or too long", async () => {
    for (const damaged of ["#net=1.2-3-2.tanh.7..zzzz", "#net=%%%", `#net=${"9".repeat(40_000)}`]) {
      const page = await open(`/equation-1/${damaged}`);
      await page.locator(".notice").waitFor();
      expect(await page.locator(".notice").innerText()).toContain("so you see the pocket net");
      expect(await brief(page)).toContain("pocket net");
      expect(await here(page, "equation-1")).toContain("pocket net: equal");
    }
  });

  test("is left as it was by numbers, sizes and seeds that are none, with a sentence beside the field", async () => {
    const page = await open("/equation-1/");
    const before = await here(page, "equation-1");
    for (const rubbish of ["abc", "1e999", "", "2000", "<b>1</b>"]) {
      await type(page, rubbish);
      await page.locator(".dial .problem").waitFor();
      expect(await number(page).getAttribute("aria-invalid")).toBe("true");
      await number(page).press("Escape");
      expect(await number(page).inputValue()).toBe("2");
    }
    await openSettings(page);
    const width = page.getByRole("textbox", { name: "Neurons in layer 2" });
    for (const rubbish of ["0", "10000", "two"]) {
      await width.fill(rubbish);
      await width.press("Enter");
      await page.getByText("A layer has 1 to 8 neurons here").waitFor();
      await width.press("Escape");
      expect(await width.inputValue()).toBe("3");
    }
    await page.locator("#network-seed").fill("not a seed!");
    await page.locator("#network-seed").press("Enter");
    await page.getByText("A seed is 1 to 12 letters").waitFor();
    expect(await here(page, "equation-1")).toBe(before);
    expect(new URL(page.url()).hash).toBe("");
  });

  test("carries a note when it could hide a mistake", async () => {
    const page = await open("/equation-2/");
    await openSettings(page);
    await page.getByRole("button", { name: "Neurons in layer 2: one less" }).click();
    await page.getByText("equally wide").waitFor();
    await page.getByRole("button", { name: "Pocket net" }).click();
    await page.getByText("equally wide").waitFor({ state: "detached" });
  });

  test("can be changed with the keyboard alone", async () => {
    const page = await open("/equation-1/");
    const selected = page.locator('.drawing [aria-pressed="true"]');
    await selected.focus();
    const first = await selected.getAttribute("aria-label");
    await page.keyboard.press("ArrowLeft");
    const second = await selected.getAttribute("aria-label");
    expect(second).not.toBe(first);
    expect(second).toContain("bias");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      second,
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("dial-number");
    const before = await number(page).inputValue();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => number(page).inputValue()).not.toBe(before);
    await settled(page, "net=");
  });

  test("can be changed by touch on a phone, where nothing is wider than the window", async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await open("/equation-1/", phone);
    await page.locator('.neuron[aria-label="bias of neuron 2 of layer 2"]').tap();
    expect(await number(page).inputValue()).toBe("2");
    await page.locator(".dial-slider").scrollIntoViewIfNeeded();
    const slider = (await page.locator(".dial-slider").boundingBox())!;
    await page.touchscreen.tap(slider.x + slider.width * 0.3, slider.y + slider.height / 2);
    await expect.poll(() => number(page).inputValue()).not.toBe("2");
    await page.locator("#equation-1 summary").scrollIntoViewIfNeeded();
    await page.locator("#equation-1 summary").tap();
    await page.locator("#equation-1 table.live").first().waitFor();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });
});
