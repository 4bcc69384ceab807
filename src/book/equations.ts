/** A formula of a chapter, as its author wrote it. */
export interface EquationSource {
  readonly tex: string;
  /** Permanent id of a display; undefined for inline formulas and numbers. */
  readonly id: string | undefined;
  /** A claim or value on its own line, a formula in a sentence, or a number that replaces its formula. */
  readonly kind: "display" | "inline" | "value";
  /** Conditions and options: see META_KEYS for displays; `net`, `digits`, `model` for values. */
  readonly meta: Readonly<Record<string, string>>;
  readonly file: string;
  /** Where the first character of `tex` stands in the file, from 1. */
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a formula. `span` is [start, end) in its TeX, in UTF-16 units. */
export interface Problem {
  readonly sentence: string;
  readonly span: readonly [number, number];
  readonly notes?: readonly string[];
}

export interface ExecutedEquation {
  /** Empty when the formula stands; anything here fails the build. */
  readonly problems: readonly Problem[];
  /** The TeX from which KaTeX makes its HTML: the source with symbols wrapped by \htmlData, or the source. */
  readonly annotated: string;
  /** Name of the verdict for styling; undefined for a formula that claims nothing. */
  readonly verdict?: "holds" | "fails" | "cannot tell" | "not understood" | "display only";
  /** What the margin says. */
  readonly verdictText?: string;
  /** How it stands on the pocket net; an island puts the reader's network in its place. */
  readonly here?: { readonly summary: string; readonly at: string; readonly numbers: string };
  /** Conditions in TeX, typeset beside the equation. */
  readonly conditions?: readonly string[];
  /** The number that stands for a `value`. */
  readonly text?: string;
  /** Static HTML of what opens below a display (numbers of the default network, shapes, code). */
  readonly openedHtml?: string;
  /** What the page's islands need of this formula; must survive JSON. */
  readonly data?: unknown;
}
