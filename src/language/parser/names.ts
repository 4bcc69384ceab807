import type { Span } from "../diagnostics.ts";
import type { Cursor } from "./cursor.ts";

const ACCENTS = new Set(["\\tilde", "\\bar", "\\hat", "\\vec", "\\dot", "\\check"]);
const ALPHABETS = new Set([
  "\\mathcal",
  "\\mathbf",
  "\\mathbb",
  "\\mathrm",
  "\\boldsymbol",
  "\\mathsf",
]);
const WORDS = new Set(["\\operatorname", "\\text", "\\textrm", "\\mathrm"]);
const LETTER_COMMAND =
  /^\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell)$/;

export interface Name {
  /** In canonical spelling: `a`, `\theta`, `\tilde{a}`, `\mathcal{E}`, or a bare word such as `diag`. */
  readonly text: string;
  readonly span: Span;
  readonly isWord: boolean;
}

const STARS = ["\\star", "\\ast", "*"];

/** Reads one name where one stands, else leaves the cursor alone. Accents and a star belong to the name. */
export function readName(cursor: Cursor): Name | undefined {
  const name = readPlainName(cursor);
  if (!name || name.isWord || !readStar(cursor)) return name;
  return { ...name, text: `${name.text}^{\\star}`, span: cursor.spanFrom(name.span) };
}

/** `\theta^\star`, `\theta^{\star}`, `\theta^*`: a point that is singled out, not a power. */
function readStar(cursor: Cursor): boolean {
  if (!cursor.is("^")) return false;
  const braced = cursor.peek(1).text === "{";
  const isStar = STARS.includes(cursor.peek(braced ? 2 : 1).text);
  if (!isStar || (braced && cursor.peek(3).text !== "}")) return false;
  cursor.at += braced ? 4 : 2;
  return true;
}

function readPlainName(cursor: Cursor): Name | undefined {
  const start = cursor.peek();
  const named = (text: string, isWord = false): Name => ({
    text,
    span: cursor.spanFrom(start.span),
    isWord,
  });
  if (start.kind === "letter" || LETTER_COMMAND.test(start.text)) {
    cursor.next();
    return named(start.text);
  }
  if (ACCENTS.has(start.text)) {
    cursor.next();
    const braced = cursor.accept("{");
    const inner = cursor.deeper(() => readName(cursor));
    if (!inner) return cursor.refuse("syntax", `${start.text} needs a letter.`, start.span);
    if (braced) cursor.expect("}", `after ${start.text}`);
    return named(`${start.text}{${inner.text}}`);
  }
  if (ALPHABETS.has(start.text) || WORDS.has(start.text)) {
    cursor.next();
    if (!cursor.accept("{")) return named(`${start.text}{${cursor.next().text}}`);
    let letters = "";
    while (!cursor.is("}") && cursor.peek().kind !== "end") letters += cursor.next().text;
    cursor.expect("}", `after ${start.text}`);
    const isWord = WORDS.has(start.text) && letters.length > 1;
    return named(isWord ? letters : `${start.text}{${letters}}`, isWord);
  }
  return undefined;
}
