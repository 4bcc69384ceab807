import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

import { launch } from "./find-browser.ts";
import { serve, type SiteServer } from "./static-server.ts";

/** A browser and the built book, served, for the tests of one file: opened before the first, closed after the last. */
export interface OpenedSite {
  readonly browser: Browser;
  /** Origin such as `http://127.0.0.1:4000`. */
  readonly origin: string;
}

export function openSite(): OpenedSite {
  let browser: Browser | undefined;
  let server: SiteServer | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return browser!;
    },
    get origin() {
      return server!.origin;
    },
  };
}
