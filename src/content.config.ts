import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";
import { z } from "astro/zod";

/** One folder a chapter: content/chapters/NN-slug/index.mdx. The number orders, the slug is the URL. */
const chapters = defineCollection({
  loader: glob({ base: "./content/chapters", pattern: "*/index.mdx" }),
  schema: z.object({
    /** Heading of the page; the table of contents shows it too. */
    title: z.string(),
    /** One sentence: what the reader can do afterwards. Shown on the home page and to search engines. */
    summary: z.string(),
  }),
});

export const collections = { chapters };
