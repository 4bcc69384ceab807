import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";

import { bookPlugins, katexWithoutFonts } from "./src/book/index.ts";

export default defineConfig({
  trailingSlash: "always",
  integrations: [mdx(), preact()],
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
