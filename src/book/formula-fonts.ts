/**
 * Fonts of which a chapter may use a glyph or two: large operators and brackets, ℝ, a script or bold letter.
 * They are small, and each that arrives late would move its formula by a hair, so a page names the ones it needs.
 * The keys are the files of src/styles/fonts without `katex-`; the patterns are KaTeX's classes.
 */
const OCCASIONAL: Readonly<Record<string, RegExp>> = {
  "size1-regular": /delimsizing size1|delim-size1|small-op/,
  "size2-regular": /delimsizing size2|large-op/,
  "size3-regular": /delimsizing size3/,
  "size4-regular": /delimsizing size4|delim-size4/,
  "ams-regular": /mathbb|amsrm/,
  "caligraphic-regular": /mathcal/,
  "main-bold": /mathbf/,
};

/** The occasional fonts that this set formula needs. */
export function occasionalFonts(html: string): string[] {
  return Object.keys(OCCASIONAL).filter((font) => OCCASIONAL[font]!.test(html));
}
