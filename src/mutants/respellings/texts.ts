import type { Spelling } from "./spelling.ts";

/** Texts in place of what a pattern finds, everywhere in the equation at once; none where it finds nothing. */
const swap =
  (pattern: RegExp, ...texts: string[]) =>
  (tex: string): string[] =>
    texts.map((text) => tex.replace(pattern, text)).filter((one) => one !== tex);

const spelling = (name: string, says: string, text: Spelling["text"] & object): Spelling => ({
  name,
  says,
  text,
});

/** House spelling on the left, what others write on the right. Every pattern is written for what the printer prints. */
export const textSpellings: readonly Spelling[] = [
  spelling("sizes of brackets", "Brackets are set by \\left, \\big or not at all.", (tex) => [
    ...swap(/\\left(?=\()|\\right(?=\))/g, "")(tex),
    ...swap(/\\left(?=\()|\\right(?=\))/g, "\\big")(tex),
    ...[tex.replace(/\\left\(/g, "\\Bigl(").replace(/\\right\)/g, "\\Bigr)")].filter(
      (one) => one !== tex,
    ),
  ]),
  spelling("transpose sign", "The transpose is T or ⊤, in braces or not.", (tex) => [
    ...swap(/\^T/g, "^{T}", "^\\top", "^{\\top}", "^\\intercal", "^{\\mathsf{T}}")(tex),
    ...swap(/\)T\}/g, ")\\top}")(tex),
    ...swap(/\^\{(\([^()]*\))T\}/g, "^{$1}{}^T")(tex),
  ]),
  spelling(
    "indices without a comma",
    "Two bare index letters stand side by side.",
    swap(/_\{([a-z]),([a-z])\}/g, "_{$1$2}", "_{$1, $2}"),
  ),
  spelling(
    "scripts in another order",
    "The layer stands before the index.",
    swap(/(_\{[^{}]*\})(\^\{\([^{}()]*\)\})/g, "$2$1"),
  ),
  spelling("index without braces", "A single index has no braces.", swap(/_\{([a-z])\}/g, "_$1")),
  spelling("spaces", "Spaces stand between the signs, or none.", (tex) => [
    ...swap(/ (?=\\|[a-z])/g, "\\,", "~", "\\; ", "  ")(tex),
    ...swap(/ ([=+-]) /g, "$1", "\\:$1\\:")(tex),
  ]),
  spelling("fraction", "A fraction is small, large, or of two digits without braces.", (tex) => [
    ...swap(/\\frac(?=\{(?!\\partial|d))/g, "\\tfrac", "\\dfrac")(tex),
    ...swap(/\\frac\{(\d)\}\{(\d)\}/g, "\\frac$1$2")(tex),
  ]),
  spelling(
    "names of operations",
    "diag and the like are set by \\mathrm or \\operatorname.",
    swap(/\\operatorname\{(\w+)\}(?!$)/g, "\\mathrm{$1}"),
  ),
  spelling("relations", "At most is \\le or \\leq; not equal is \\ne or \\neq.", (tex) => [
    ...swap(/\\le(?![a-z])/g, "\\leq")(tex),
    ...swap(/\\ge(?![a-z])/g, "\\geq")(tex),
    ...swap(/\\ne(?![a-z])/g, "\\neq")(tex),
    ...swap(/:=/g, "\\coloneqq")(tex),
  ]),
  spelling("dots", "The dots of a range are high or low.", swap(/\\dots/g, "\\ldots", "\\cdots")),
  spelling("bars", "Norms and absolute values have bars of their own names.", (tex) => [
    ...[
      tex.replace(/\\left\\\|/g, "\\lVert ").replace(/\\right\\\|/g, "\\rVert"),
      tex.replace(/\\left\|/g, "\\lvert ").replace(/\\right\|(?!_)/g, "\\rvert"),
    ].filter((one) => one !== tex),
  ]),
  spelling(
    "derivative with a slash",
    "A derivative is written ∂E/∂z.",
    swap(
      /\\frac\{\\partial (\\?[a-zA-Z]+(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?)\}\{\\partial (\\?[a-zA-Z]+(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?)\}(?!\\right)/g,
      "{\\partial $1 / \\partial $2}",
    ),
  ),
  spelling(
    "prime",
    "The prime is a superscript.",
    swap(/([a-z])'(?=\()/g, "$1^\\prime", "$1^{\\prime}"),
  ),
  spelling(
    "limits of a sum",
    "The upper limit stands first, or \\limits says where they stand.",
    (tex) => [
      ...swap(/\\sum_(\{[^{}]*\})\^(\{(?:[^{}]|\{[^{}]*\})*\})/g, "\\sum^$2_$1")(tex),
      ...swap(/\\sum(?=_)/g, "\\sum\\limits", "\\displaystyle\\sum")(tex),
    ],
  ),
  spelling("accents and alphabets", "An accent has braces or not; a bold 1 too.", (tex) => [
    ...swap(/\\(tilde|bar|hat)\{(\\?[a-zA-Z]+)\}/g, "\\$1 $2")(tex),
    ...swap(/\\mathbf\{1\}/g, "\\mathbf 1")(tex),
    ...swap(/\\mathbb\{R\}/g, "\\mathbb R")(tex),
  ]),
  spelling("chain in rows", "A chain stands in rows, lined up at its signs.", (tex) =>
    /[,[]/.test(tex) || !/ = /.test(tex)
      ? []
      : [`\\begin{aligned} ${tex.replace(/ = /, " &= ")} \\end{aligned}`],
  ),
];
