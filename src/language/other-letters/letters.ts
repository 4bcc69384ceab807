import type { Model } from "../model.ts";
import { argumentEnd, textOf } from "../typed-input/names.ts";
import type { Line } from "../typed-input/pieces.ts";

/** What other courses call the quantities of ours. A name that the model declares itself is never replaced. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "\\theta": ["W", "w", "\\Theta", "\\omega"],
  E: ["C", "J", "\\mathcal{L}", "\\mathcal{C}", "\\mathcal{J}", "\\ell", "L"],
  g: ["\\sigma", "f", "\\phi", "\\varphi", "\\psi", "s"],
  y: ["t", "Y"],
  b: ["\\beta"],
  "\\varepsilon": ["\\epsilon"],
  "\\eta": ["\\alpha"],
  x: ["X"],
  a: ["A"],
  z: ["Z"],
  "\\delta": ["\\Delta"],
};
/** Quantities that are more than another letter. */
const PHRASES: Readonly<Record<string, string>> = {
  "\\hat{y}": "h(x)",
  "\\log": "\\ln",
  "\\dot{g}": "g'",
  "\\tanh": "g",
  "\\operatorname{sigmoid}": "g",
};
const WRAPPED = /^\\(?:mathbf|boldsymbol|bm|vec|mathcal|hat|dot|mathrm)$/;

interface Use {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** Every letter of an input, with what is put over it or how it is set. */
function usesOf(line: Line): Use[] {
  const uses: Use[] = [];
  for (let at = 0; at < line.pieces.length; at += 1) {
    const last = WRAPPED.test(line.at(at)) ? argumentEnd(line, at) : at;
    const inside = textOf(line, line.next(at + (last > at ? 1 : 0)), last).replace(/^\{|\}$/g, "");
    const name = last > at ? `${line.at(at)}{${inside.trim()}}` : line.at(at);
    if (/^(\\[a-zA-Z]+(\{.*\})?|[a-zA-Z])$/.test(name)) uses.push({ name, first: at, last });
    at = last;
  }
  return uses;
}

/** Letters of another course become ours, where each of ours would stand for one of theirs only. */
export function renameLetters(line: Line, model: Model): void {
  const uses = usesOf(line);
  const present = new Set(uses.map(({ name }) => name));
  for (const [ours, others] of Object.entries(OTHERS)) {
    const declared =
      model.symbols.has(ours) || model.functions.has(ours) || model.constants.has(ours);
    if (!declared || present.has(ours)) continue;
    const theirs = uses.filter(
      (use) => others.includes(bare(use.name)) && isTheirs(line, model, use),
    );
    if (new Set(theirs.map(({ name }) => name)).size !== 1) continue;
    for (const use of theirs) replace(line, use, ours);
  }
  for (const use of uses) {
    const isOutput = use.name === "\\hat{y}" && line.at(line.next(use.last + 1)) === "_";
    const phrase = isOutput ? "a^{(L)}" : PHRASES[use.name];
    if (phrase !== undefined && !isDeclared(model, use.name)) replace(line, use, phrase);
  }
}

/** `h_\theta(x)` and `J(W, b)`: the parameters that others name beside a function are understood here. */
export function dropParameters(line: Line, model: Model): void {
  const isParameter = (text: string): boolean =>
    /^[Wwb]$|^\\[tT]heta$/.test(text) || model.symbols.get(text)?.role === "parameter";
  line.pieces.forEach(({ is }, at) => {
    const declaration = model.symbols.get(is);
    if (!declaration || declaration.arguments === "none") return;
    const mark = line.next(at + 1);
    const below = line.at(mark) === "_";
    const open = below ? line.next(mark + 1) : mark;
    const close = ["(", "{"].includes(line.at(open)) ? line.closing(open) : open;
    const inside = line.pieces.slice(open, close + 1).map((piece) => piece.is.trim());
    const names = inside.filter((text) => !/^[(){},]?$/.test(text));
    const isList = names.length > 0 && names.every(isParameter);
    if (!isList || (!below && line.at(open) !== "(")) return;
    for (let place = mark; place <= close; place += 1) line.put(place, "");
  });
}

const bare = (name: string): string =>
  name.replace(/^\\(?:mathbf|boldsymbol|bm|vec|mathrm)\{(.*)\}$/, "$1");

function isTheirs(line: Line, model: Model, { name, first, last }: Use): boolean {
  const next = line.next(last + 1);
  const after = line.at(line.at(next) === "\\left" ? line.next(next + 1) : next);
  const isFunction = ["\\sigma", "f", "\\phi", "\\varphi", "\\psi", "s"].includes(bare(name));
  if (isFunction) return ["(", "'", "^"].includes(after) && !isDeclared(model, name);
  // L counts the layers and ℓ numbers them; as an error such a letter stands under ∂, or before ( and /.
  if (name === "L" || name === "\\ell")
    return ["\\partial", "d", "}"].includes(line.at(line.previous(first))) || after === "(";
  return !isDeclared(model, name);
}

const isDeclared = (model: Model, name: string): boolean =>
  model.symbols.has(name) ||
  model.functions.has(name) ||
  model.constants.has(name) ||
  model.indices.has(name);

function replace(line: Line, { first, last }: Use, text: string): void {
  line.put(first, text);
  for (let at = first + 1; at <= last; at += 1) line.put(at, "");
}
