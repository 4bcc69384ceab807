import katex, { ParseError, type KatexOptions, type TrustContext } from "katex";

import type { Problem } from "./equations.ts";

const common: KatexOptions = {
  throwOnError: true,
  strict: "error",
  // Only the wrapper that makes a symbol findable; no links, no classes, no styles from a formula.
  trust: (context: TrustContext) => context.command === "\\htmlData",
};

/**
 * Sets a formula: HTML from the annotated string, MathML from the author's own, so that the TeX annotation
 * in the page is the source, character for character.
 */
export function typeset(
  source: string,
  annotated: string,
  displayMode: boolean,
): { html: string; problem?: undefined } | { html: ""; problem: Problem } {
  try {
    const visible = katex.renderToString(annotated, { ...common, displayMode, output: "html" });
    const mathml = katex.renderToString(source, { ...common, displayMode, output: "mathml" });
    const spoken = mathml.replace('<span class="katex">', '<span class="katex-mathml">');
    const opening = '<span class="katex">';
    return { html: visible.replace(opening, () => opening + spoken) };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const start = Math.min(error.position ?? 0, source.length);
    const end = start + Math.max(1, error.length ?? 1);
    return { html: "", problem: { sentence: `${error.rawMessage}.`, span: [start, end] } };
  }
}

/** A formula of our own making, set in a line. Throws where KaTeX cannot set it. */
export function setFormula(tex: string): string {
  const { html, problem } = typeset(tex, tex, false);
  if (problem) throw new Error(`${tex}: ${problem.sentence}`);
  return html;
}
