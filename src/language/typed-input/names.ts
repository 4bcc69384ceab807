import { canonicalName } from "../canonical-name.ts";
import type { SymbolDeclaration, Model } from "../model.ts";
import type { Line } from "./pieces.ts";

const ACCENTS = new Set(["\\tilde", "\\bar", "\\hat", "\\check"]);
const STYLES = new Set(
  "\\mathbf \\boldsymbol \\bm \\pmb \\vec \\mathit \\overrightarrow".split(" "),
);

export interface Found {
  readonly declaration: SymbolDeclaration;
  readonly first: number;
  readonly last: number;
}

/** The declared symbol that begins at a place, accents included. */
export function symbolAt(line: Line, model: Model, at: number): Found | undefined {
  const accented = ACCENTS.has(line.at(at));
  const last = accented ? argumentEnd(line, at) : at;
  const name = accented ? canonicalName(textOf(line, at, last), model) : line.at(at);
  const declaration = model.symbols.get(name);
  return declaration && { declaration, first: at, last };
}

/** The last place of what a command takes: a group in braces or one token. */
export function argumentEnd(line: Line, command: number): number {
  const first = line.next(command + 1);
  return line.at(first) === "{" ? Math.max(first, line.closing(first)) : first;
}

export const textOf = (line: Line, first: number, last: number): string =>
  line.pieces
    .slice(first, last + 1)
    .map(({ is }) => is)
    .join("");

/** Bold or upright letters and arrows: where only the plain letter is declared, it is the one that is meant. */
export function readStyles(line: Line, model: Model): void {
  line.pieces.forEach(({ is, from }, at) => {
    const upright = /^\\(?:mathrm|mathsf|text|textrm)\s*\{\s*(\w)\s*\}$/.exec(is)?.[1];
    if (upright && upright !== "T" && (isPlain(model, upright, is) || upright === "d")) {
      line.say(at, upright);
    }
    if (!STYLES.has(is)) return;
    const last = argumentEnd(line, at);
    const braced = line.at(line.next(at + 1)) === "{";
    const letter = textOf(
      line,
      line.next(at + 1) + (braced ? 1 : 0),
      braced ? last - 1 : last,
    ).trim();
    if (!isPlain(model, letter, `${is}{${letter}}`)) return;
    line.tell(`${from}{${letter}} is written ${letter} here.`, at, last);
    line.put(at, "");
    if (braced) {
      line.put(line.next(at + 1), "");
      line.put(last, "");
    }
  });
}

const isPlain = (model: Model, letter: string, styled: string): boolean =>
  (model.symbols.has(letter) || model.functions.has(letter)) &&
  !model.symbols.has(styled) &&
  !model.functions.has(styled);
