/**
 * KaTeX's own stylesheet without its font faces: ours are subsets (src/styles/fonts.css).
 * A Vite plugin; the type is left to Vite, which Astro brings.
 */
export function katexWithoutFonts() {
  return {
    name: "katex-without-fonts",
    enforce: "pre" as const,
    transform(code: string, id: string) {
      if (!id.includes("katex/dist/katex.css")) return undefined;
      return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ""), map: null };
    },
  };
}
