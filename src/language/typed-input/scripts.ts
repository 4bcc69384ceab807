import { lettersOf } from "../affine.ts";
import type { Model } from "../model.ts";
import { isCount } from "../model.ts";
import type { Line } from "./pieces.ts";
import type { Found } from "./names.ts";
import { symbolAt } from "./names.ts";

/** `_{i,j}` or `^(k)` after a symbol: its mark, and the places of what stands in it, brackets included. */
export interface Script {
  readonly mark: string;
  readonly first: number;
  readonly last: number;
}

/** Brackets after `^` and `_` that TeX would not take as one: `^(k)`, `^((k))` of Word, `_(i,j)`. */
export function readScriptBrackets(line: Line, model: Model): void {
  line.pieces.forEach(({ is }, at) => {
    const first = line.next(at + 1);
    if (is === "^" && line.at(first) === "'") line.say(at, "", "nothing before '");
    const last = line.at(first) === "(" ? line.closing(first) : -1;
    if ((is !== "^" && is !== "_") || last < 0) return;
    const isOuter = is === "_" || line.at(line.next(first + 1)) === "(" || isBound(line, at);
    const isTransposed = !isOuter && line.at(last + 1) === "T" && !model.symbols.has("T");
    const end = isTransposed ? last + 1 : last;
    if (isOuter) {
      line.put(first, "{");
      line.put(last, "}");
    } else {
      line.wrap(first, "{", end, "}");
    }
    tellBraces(line, at, end);
  });
}

/** Whether a script belongs to a sum: there brackets would be a bound. */
function isBound(line: Line, mark: number): boolean {
  let at = line.previous(mark);
  const open = line.at(at) === "}" || line.at(at) === ")" ? line.opening(at) : at;
  if (line.at(line.previous(open)) === "_") at = line.previous(line.previous(open));
  return line.at(at) === "\\sum" || line.at(at) === "\\prod";
}

function tellBraces(line: Line, mark: number, last: number): void {
  const what = line.at(mark) === "_" ? "a subscript" : "a superscript";
  const written = writtenText(line, line.next(mark + 1), last);
  const message = `Without braces TeX takes one token only for ${what}: write ${line.at(mark)}${written}.`;
  line.tell(message, mark, last);
}

const writtenText = (line: Line, first: number, last: number): string =>
  line.pieces
    .slice(first, last + 1)
    .map(({ before, is, after }) => before + is + after)
    .join("");

/** The scripts of declared symbols: missing braces, missing commas, and layers without their brackets. */
export function readScripts(line: Line, model: Model): void {
  for (let at = 0; at < line.pieces.length; at += 1) {
    const found = symbolAt(line, model, at);
    if (!found) continue;
    for (const script of scriptsOf(line, found)) {
      if (script.mark === "_") readSubscript(line, model, found, script);
      else readLayer(line, model, found, script);
    }
    at = found.last;
  }
}

export function scriptsOf(line: Line, { last }: Found): Script[] {
  const scripts: Script[] = [];
  for (let at = line.next(last + 1); ["_", "^"].includes(line.at(at));) {
    const first = line.next(at + 1);
    const end = scriptEnd(line, first);
    scripts.push({ mark: line.at(at), first, last: end });
    at = line.next(Math.max(end, at) + 1);
  }
  return scripts;
}

/** The last place of a script, in the brackets that were typed or that a rule has put. */
function scriptEnd(line: Line, first: number): number {
  if (line.pieces[first]?.before.startsWith("{")) {
    return line.pieces.findIndex(({ after }, at) => at >= first && after.endsWith("}"));
  }
  const isOpen = ["{", "(", "["].includes(line.at(first));
  return isOpen ? Math.max(first, line.closing(first)) : first;
}

const isIndex = (model: Model, text: string): boolean =>
  model.indices.has(text) || isCount(model, text) || /^\d$/.test(text);

/** `\theta_ij` and `\theta_i,j`: a symbol with two subscripts cannot mean anything else. */
function readSubscript(
  line: Line,
  model: Model,
  { declaration }: Found,
  { first, last }: Script,
): void {
  const wanted = declaration.shape.length + declaration.labels.length;
  const least = declaration.labels.some(({ place }) => place === "super") ? wanted - 1 : wanted;
  if (first !== last || least !== 2 || !isIndex(model, line.at(first))) return;
  const comma = line.at(first + 1) === "," ? 1 : 0;
  const second = first + 1 + comma;
  const isLetter = comma === 1 || /^[a-z]$/.test(line.at(second));
  // `\theta_i, j = 1` goes on with another item.
  const goesOn = ["=", ",", "\\in"].includes(line.at(line.next(second + 1)));
  if (!isLetter || !isIndex(model, line.at(second)) || (comma === 1 && goesOn)) return;
  line.wrap(first, "{", second, "}");
  tellBraces(line, first - 1, second);
}

/** `\delta^k`, `\delta^{k+1}`, `z^L`: letters that number layers cannot be a power of a vector or matrix. */
function readLayer(
  line: Line,
  model: Model,
  { declaration, first: from }: Found,
  script: Script,
): void {
  const layer = declaration.labels.find(({ place }) => place === "super");
  // Of a number there are powers, so there the two readings differ.
  if (!layer || declaration.shape.length === 0) return;
  const { first, last } = script;
  const braced = line.at(first) === "{";
  const inside = line.pieces.slice(braced ? first + 1 : first, braced ? last : last + 1);
  const words = inside.map(({ is }) => is).filter((is) => is.trim() !== "");
  const isTransposed =
    braced && words.length > 1 && ["T", "\\top", "'", "\\prime"].includes(words.at(-1) ?? "");
  const label = isTransposed ? words.slice(0, -1) : words;
  const isLayer = (text: string): boolean =>
    model.indices.get(text) === layer.kind ||
    [layer.low, layer.high].some((bound) => lettersOf(bound).includes(text));
  const fits = label.every((text) => isLayer(text) || /^(\d+|[-+])$/.test(text));
  if (!fits || !label.some(isLayer) || (!braced && isRunOn(line, last))) return;
  const start = braced ? line.next(first + 1) : first;
  let end = braced ? line.previous(last) : last;
  if (isTransposed) end = line.previous(end);
  line.wrap(start, braced ? "(" : "{(", end, braced ? ")" : ")}");
  const message =
    `A layer stands in brackets: ${declaration.name}^{(${label.join("")})}. ` +
    "Without them a superscript is a power.";
  line.tell(message, from, last, "layer");
}

/** `a^k+1`, typed without blanks, may be the layer k+1 or one more than a: it is left as it is. */
const isRunOn = (line: Line, last: number): boolean =>
  /^[-+]$/.test(line.at(last + 1)) && /^\d/.test(line.at(last + 2));
