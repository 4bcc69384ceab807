import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { random, type Random } from "../../engine/index.ts";
import { tokenize } from "../../language/index.ts";
import { chapterFormulas } from "../chapter-formulas.ts";
import { readBook } from "../corpus.ts";
import { parseMeta } from "../meta.ts";
import { modelNames } from "../models.ts";

/** A string that somebody might put where an equation belongs, and the model on which it is read. */
export interface Candidate {
  readonly tex: string;
  readonly model: string;
}

/** Every equation of the corpus and of the chapters, each once. */
export function realEquations(): Candidate[] {
  const chapters = resolve(import.meta.dirname, "../../../content/chapters");
  const written = globSync("*/index.mdx", { cwd: chapters })
    .sort()
    .flatMap((file) => chapterFormulas(readFileSync(resolve(chapters, file), "utf8")))
    .map(({ tex, meta }) => ({ tex, model: parseMeta(meta).meta.values.model ?? "feedforward" }));
  const all = [...readBook().map(({ tex, model }) => ({ tex, model })), ...written];
  return [...new Map(all.map((one) => [`${one.model} ${one.tex}`, one])).values()];
}

const real = realEquations();
const models = modelNames();
const tokensOf = (tex: string): string[] =>
  tokenize(tex)
    .tokens.map(({ text }) => text)
    .filter((text) => text !== "");
/** Every token of the book, and what is not in it but means something to TeX. */
const tokens = [
  ...new Set(real.flatMap(({ tex }) => tokensOf(tex))),
  ...["\\left(", "\\right)", "\\\\", "&", "%", "#", "~", "$", "\\", "'", "''", "\\big", "\\limits"],
  ...[
    "\\begin{cases}",
    "\\end{cases}",
    "\\begin{aligned}",
    "\\end{aligned}",
    "\\text{if}",
    "\\not",
  ],
  ...["\\href", "\\htmlData", "\\def", "\\mathbb", "\\mathrm", "\\tilde", "\\log", "\\circ", "*"],
];
const OPENERS = [
  ...[
    "(",
    "[",
    "{",
    "\\{",
    "|",
    "\\|",
    "\\left(",
    "\\langle ",
    "\\frac{1}{",
    "\\sqrt{",
    "x_{",
    "-",
  ],
  ...["x^{", "\\|x\\|^{", "\\sum_i ", "\\prod_{i=1}^{2} (", "\\nabla ", "\\tilde{", "[i = ", "n_{"],
  ...[
    "\\frac{\\partial}{\\partial x_1} ",
    "\\begin{bmatrix} ",
    "\\exp(",
    "g(",
    "E(x_1 + ",
    "\\max(",
  ],
];
const CLOSERS = [")", "]", "}", "\\}", "|", "\\right)", "\\rangle", "\\end{bmatrix}", "}{2}", ""];
const NUMBERS = [
  ...["0", "-1", "00", "1.5", "256", "257", "4096", "65536", "1000000", "1000000000000", "0.1"],
  ...["99999999999999999999", "10^{400}", "10^{-400}", "1e9", "\\infty", "2147483648", "n_{12}"],
];
/** What may stand in each other's place, so that the result is often understood and judged. */
const ALIKE: readonly (readonly string[])[] = [
  ["i", "j", "l", "p", "q", "r"],
  ["\\theta", "\\delta", "a", "z", "b", "x", "y", "E", "A", "Z", "\\Delta", "\\tilde"],
  ["1", "2", "3", "0"],
  ["+", "-", "\\cdot", "\\odot", "/"],
  ["k", "L", "m"],
  ["=", "\\le", "\\approx", ":="],
  ["\\sum", "\\prod", "\\max"],
  ["T", "2", "'"],
];
const UNICODE = [
  "α",
  "θ",
  "δ",
  "∂",
  "∑",
  "⊙",
  "ᵀ",
  "²",
  "₁",
  "−",
  "×",
  "·",
  "∇",
  "≤",
  "→",
  "\u0301",
];

const times = <Item>(count: number, make: () => Item): Item[] =>
  Array.from({ length: count }, make);

/** One character: ordinary, Greek and marks, a control, half a surrogate pair, anything. */
function character(stream: Random): string {
  const kind = stream.integer(10);
  if (kind < 4) return String.fromCharCode(32 + stream.integer(95));
  if (kind < 6) return stream.pick(UNICODE);
  if (kind < 7) return String.fromCharCode(stream.integer(32));
  if (kind < 8) return String.fromCharCode(0xd800 + stream.integer(0x800));
  return String.fromCodePoint(stream.integer(0x110000));
}

/** A real equation with some of its parts left out, doubled, replaced, or swapped with the next. */
function edited(stream: Random, parts: string[], other: () => string): string[] {
  for (let edits = 1 + stream.integer(3); edits > 0; edits -= 1) {
    const at = stream.integer(parts.length + 1);
    const [one = "", next = ""] = parts.slice(at, at + 2);
    const how = stream.integer(5);
    if (how === 0) parts.splice(at, 1);
    if (how === 1) parts.splice(at, 0, one);
    if (how === 2) parts.splice(at, 1, other());
    if (how === 3) parts.splice(at, 0, other());
    if (how === 4) parts.splice(at, 2, next, one);
  }
  return parts;
}

/** Each kind of string by its name. */
export const FAMILIES: Readonly<Record<string, (stream: Random) => Candidate>> = {
  "tokens of an equation edited": (stream) => {
    const { tex, model } = stream.pick(real);
    const parts = edited(stream, tokensOf(tex), () => stream.pick(tokens));
    return { tex: parts.join(" "), model };
  },
  "like put for like": (stream) => {
    const { tex, model } = stream.pick(real);
    const parts = tokensOf(tex);
    for (let edits = 1 + stream.integer(2); edits > 0; edits -= 1) {
      const at = stream.integer(parts.length);
      const alike = ALIKE.find((group) => group.includes(parts[at] ?? ""));
      if (alike) parts[at] = stream.pick(alike);
    }
    return { tex: parts.join(" "), model };
  },
  "two equations put together": (stream) => {
    const [one, other] = [stream.pick(real), stream.pick(real)];
    const [left, right] = [tokensOf(one.tex), tokensOf(other.tex)];
    const first = left.slice(0, stream.integer(left.length + 1));
    const last = right.slice(stream.integer(right.length + 1));
    return { tex: [...first, ...last].join(" "), model: one.model };
  },
  "characters of an equation edited": (stream) => {
    const { tex, model } = stream.pick(real);
    return { tex: edited(stream, tex.split(""), () => character(stream)).join(""), model };
  },
  "numbers put in": (stream) => {
    const { tex, model } = stream.pick(real);
    const parts = tokensOf(tex);
    const places = [...parts.keys()].filter((at) => /^[a-zA-Z0-9]/.test(parts[at] ?? ""));
    if (places.length > 0) parts[stream.pick(places)] = stream.pick(NUMBERS);
    return { tex: parts.join(" "), model };
  },
  "tokens at random": (stream) => ({
    tex: times(1 + stream.integer(40), () => stream.pick(tokens)).join(" "),
    model: stream.pick(models),
  }),
  "characters at random": (stream) => ({
    tex: times(stream.integer(60), () => character(stream)).join(""),
    model: stream.pick(models),
  }),
  "brackets in brackets": (stream) => {
    const deep = 2 ** stream.integer(9);
    const open = times(1 + stream.integer(2), () => stream.pick(OPENERS));
    const close = stream.pick(CLOSERS);
    const inside = stream.pick(["x_1", "E", "2", ""]);
    const tex = open.join("").repeat(deep) + inside + close.repeat(deep);
    return { tex: `${tex} = ${stream.pick(["0", "E", ""])}`, model: "feedforward" };
  },
};

export const FAMILY_NAMES: readonly string[] = Object.keys(FAMILIES);

/** String number `at` of a family: the same on every machine for the same seed and the same content. */
export function candidate(seed: string, family: string, at: number): Candidate {
  const make = FAMILIES[family];
  if (!make) throw new Error(`There is no family ${family}.`);
  return make(random(`${seed}/${family}/${at}`));
}
