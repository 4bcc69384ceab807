import { CHARACTERS, readSmall, SMALL_RUN } from "./characters.ts";
import type { Diagnostic, Span } from "./diagnostics.ts";

/**
 * A piece of LaTeX. `command` is `\theta` or `\,`; `mark` is any other single character. A delimiter
 * after `\left`, `\right`, `\big` … carries that word in `sized`, so |…| can be told open from closed.
 */
export interface Token {
  readonly kind: "command" | "letter" | "number" | "mark" | "end";
  readonly text: string;
  readonly span: Span;
  readonly sized?: "left" | "right";
  /** It stands a \quad or \qquad after what is before it. */
  readonly apart?: true;
}

/** More than any equation of the book by far; beyond it the work would no longer be bounded. */
export const MAX_TOKENS = 4000;

const SPACING = new Set(["\\,", "\\;", "\\:", "\\!", "\\ ", "\\quad", "\\qquad", "\\>"]);
const DISPLAY = new Set(["\\displaystyle", "\\textstyle", "\\limits"]);
const SIZING =
  /^\\(?:(left|bigl|Bigl|biggl|Biggl)|(right|bigr|Bigr|biggr|Biggr)|(big|Big|bigg|Bigg|middle))$/;
const DELIMITERS = new Set([
  ...["(", ")", "[", "]", "\\{", "\\}", "|", "\\|", ".", "/", "<", ">"],
  ...["\\langle", "\\rangle", "\\lvert", "\\rvert", "\\lVert", "\\rVert", "\\vert", "\\Vert"],
  ...["\\lbrace", "\\rbrace", "\\lbrack", "\\rbrack"],
]);
const TOKEN = new RegExp(
  String.raw`${SMALL_RUN}|[ \t\r\n]+|~|\\\\[ ]*\[-?[\d.]+(?:pt|em|ex|mm|cm|mu)\]|\\[a-zA-Z]+|\\[^a-zA-Z]|\d+(?:\.\d+)?|[a-zA-Z]|[^]`,
  "gu",
);

/** The pieces of a source in order: θ is `\theta`, and small letters above or below are a script in braces. */
export function* piecesOf(source: string, from = 0): Generator<{ text: string; span: Span }> {
  for (const match of source.matchAll(TOKEN)) {
    const [text] = match;
    const start = from + match.index;
    const end = start + text.length;
    const script = readSmall(text);
    if (script) {
      yield { text: script.mark, span: { start, end: start } };
      yield { text: "{", span: { start, end: start } };
      yield* piecesOf(script.inside, start);
      yield { text: "}", span: { start: end, end } };
    } else {
      // The height of a row, `\\[4pt]`, shows nothing of its own.
      const plain = text.startsWith("\\\\") ? "\\\\" : text;
      yield { text: CHARACTERS.get(plain) ?? plain, span: { start, end } };
    }
  }
}

/**
 * Cuts the source into tokens with exact spans. Spacing and sizing are dropped: they show nothing of
 * their own and mean nothing. Everything else reaches the parser, so nothing visible is ignored.
 */
export function tokenize(source: string): { tokens: Token[]; diagnostics: Diagnostic[] } {
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  const open: Span[] = [];
  let sized: Token["sized"] | "either";
  let sizing: Span | undefined;
  let isApart = false;
  for (const { text, span } of piecesOf(source)) {
    if (/^[ \t\r\n]/.test(text)) continue;
    if (text === "~" || SPACING.has(text) || DISPLAY.has(text)) {
      const before = tokens.at(-1)?.text ?? "";
      const fault = misplaced(text, before);
      if (fault) diagnostics.push({ code: "syntax", message: fault, span });
      isApart ||= text === "\\quad" || text === "\\qquad";
      continue;
    }
    const sizer = SIZING.exec(text);
    if (sizer) {
      if (sizing) diagnostics.push({ code: "syntax", message: SIZING_RULE, span: sizing });
      sizing = span;
      sized = sizer[1] ? "left" : sizer[2] ? "right" : "either";
      if (text === "\\left") open.push(span);
      if (text === "\\right" && !open.pop()) {
        diagnostics.push({ code: "syntax", message: "\\right has no \\left before it.", span });
      }
      continue;
    }
    if (tokens.length >= MAX_TOKENS) {
      const message = `An equation may have at most ${MAX_TOKENS} tokens.`;
      return { tokens: [], diagnostics: [{ code: "limit", message, span }] };
    }
    if (sizing && !DELIMITERS.has(text)) {
      diagnostics.push({ code: "syntax", message: SIZING_RULE, span: sizing });
    }
    sizing = undefined;
    if (!(sized && text === ".")) {
      const direction = sized === "left" || sized === "right" ? { sized } : {};
      const gap = isApart ? ({ apart: true } as const) : {};
      tokens.push({ kind: kindOf(text), text, span, ...direction, ...gap });
      isApart = false;
    }
    sized = undefined;
  }
  for (const span of open) {
    diagnostics.push({ code: "syntax", message: "\\left has no \\right after it.", span });
  }
  const end = { start: source.length, end: source.length };
  tokens.push({ kind: "end", text: "", span: end });
  return { tokens, diagnostics };
}

const SIZING_RULE = "A sizing command stands before a bracket or a bar.";

/** Where TeX itself would refuse what shows nothing. */
function misplaced(text: string, before: string): string | null {
  if (before === "_" || before === "^") return `${text} cannot stand right after ${before}.`;
  const isLimits = text === "\\limits" && !["\\sum", "\\prod", "\\max"].includes(before);
  return isLimits ? "\\limits stands right after a sum, a product or a maximum." : null;
}

function kindOf(text: string): Token["kind"] {
  if (text.startsWith("\\") && text.length > 1) return "command";
  if (/^[a-zA-Z]$/.test(text)) return "letter";
  return /^\d/.test(text) ? "number" : "mark";
}
