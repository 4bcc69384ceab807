import katex from "katex";
import { CHARACTERS, tokenize } from "../language/index.ts";

/**
 * What KaTeX shows of a formula and what our lexer hands to the parser, in one alphabet, so that the two
 * can be compared: nothing visible is ignored, nothing invisible runs. A test oracle only, since KaTeX's
 * parse tree is not a public interface.
 */
type KatexNode = Readonly<Record<string, unknown>> & { readonly type?: string };

const SAME: Readonly<Record<string, string>> = {
  "\\prime": "'",
  "\\leq": "\\le",
  "\\geq": "\\ge",
  "\\neq": "≠",
  "\\ne": "≠",
  "\\coloneqq": "≔",
  "\\ldots": "\\dots",
  "\\cdots": "\\dots",
  "\\mid": "|",
  "\\vert": "|",
  "\\Vert": "\\|",
  "\\gt": ">",
  "\\lt": "<",
};
const same = (text: string): string => {
  const command = CHARACTERS.get(text) ?? text;
  return SAME[command] ?? command;
};

/** The glyph-bearing leaves of KaTeX's own parse tree. */
export function katexLeaves(tex: string): string[] {
  const { __parse: parse } = katex as unknown as {
    __parse(tex: string, options: object): KatexNode[];
  };
  return parse(tex, { displayMode: true }).flatMap(leavesOf).map(same).sort();
}

function leavesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(leavesOf);
  if (typeof node !== "object" || node === null) return [];
  const one = node as KatexNode;
  const text = (key: string): string[] => {
    const value = one[key];
    return typeof value === "string" ? [value] : [];
  };
  switch (one.type) {
    case "mathord":
    case "textord":
    case "atom":
      return text("text");
    case "spacing":
    case "kern":
      return [];
    case "op":
      return one.body ? leavesOf(one.body) : text("name");
    case "accent":
      return [...text("label"), ...leavesOf(one.base)];
    case "leftright":
      // A null delimiter, \\left. or \\right., shows nothing.
      return [...text("left"), ...text("right")]
        .filter((delimiter) => delimiter !== ".")
        .concat(leavesOf(one.body));
    case "delimsizing":
    case "middle":
      return text("delim");
    case "htmlmathml":
      return leavesOf(one.mathml);
    default:
      return Object.values(one).flatMap((value) =>
        typeof value === "object" ? leavesOf(value) : [],
      );
  }
}

/** Marks that arrange and show nothing of their own. */
const ARRANGING = new Set([
  "{",
  "}",
  "^",
  "_",
  "&",
  "\\\\",
  "\\frac",
  "\\tfrac",
  "\\dfrac",
  "\\sqrt",
]);
const ALPHABETS = new Set([
  "\\mathcal",
  "\\mathbf",
  "\\mathbb",
  "\\mathrm",
  "\\mathsf",
  "\\boldsymbol",
  "\\operatorname",
  "\\text",
  "\\textrm",
]);
/** Brackets that an environment brings along. */
const FENCES: Readonly<Record<string, readonly string[]>> = {
  bmatrix: ["[", "]"],
  pmatrix: ["(", ")"],
  cases: ["\\{"],
};

/** The tokens of our lexer that show something. */
export function visibleTokens(tex: string): string[] {
  const { tokens } = tokenize(tex);
  const seen: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at]!;
    if (text === "\\begin" || text === "\\end") {
      const close = tokens.findIndex((token, later) => later > at && token.text === "}");
      const name = tokens
        .slice(at + 2, close)
        .map((token) => token.text)
        .join("");
      if (text === "\\begin") seen.push(...(FENCES[name] ?? []));
      at = close;
    } else if (kind === "number") {
      seen.push(...text);
    } else if (kind !== "end" && !ARRANGING.has(text) && !ALPHABETS.has(text)) {
      seen.push(text);
    }
  }
  return seen.map(same).sort();
}
