import { basename, dirname } from "node:path";

import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import type { AstroIntegration } from "astro";
import { defineConfig } from "astro/config";

import {
  bookPlugins,
  describeTally,
  katexWithoutFonts,
  recordedTallies,
} from "./src/book/index.ts";

/** Says after a build how many claims were judged, and how many are only displayed. */
const countOfClaims: AstroIntegration = {
  name: "count-of-claims",
  hooks: {
    "astro:build:done": ({ logger }) => {
      for (const [file, one] of recordedTallies()) {
        logger.info(describeTally(basename(dirname(file)), one));
      }
    },
  },
};

export default defineConfig({
  trailingSlash: "always",
  integrations: [mdx(), preact(), countOfClaims],
  markdown: {
    processor: satteri({
      mdastPlugins: [bookPlugins],
      features: { math: true, directive: true },
    }),
    syntaxHighlight: false,
  },
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [katexWithoutFonts()],
    // The policy allows no font or image inside a stylesheet.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handle) {
          // Astro marks every chapter's module with a directive that the bundler does not know.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
      ],
      styleDirective: {
        // The one concession: KaTeX places its glyphs by style attributes. Style elements stay hashed.
        resources: [{ resource: "'unsafe-inline'", kind: "attribute" }],
      },
    },
  },
});
