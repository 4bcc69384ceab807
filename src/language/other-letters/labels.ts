import type { Model } from "../model.ts";
import { isCount } from "../model.ts";
import { symbolAt, type Found } from "../typed-input/names.ts";
import type { Line } from "../typed-input/pieces.ts";
import { scriptsOf, type Script } from "../typed-input/scripts.ts";

const LAYER_LETTERS = ["l", "\\ell", "n", "j", "i", "t"];

export const layerLetter = (model: Model): string | undefined =>
  [...model.indices].find(([, kind]) => kind === "layer")?.[0];

/** The layers of other courses: another letter for them, square brackets, no brackets; `^t` for the transpose. */
export function rewriteLabels(line: Line, model: Model): void {
  const layer = layerLetter(model);
  if (layer === undefined) return;
  freeLayerLetter(line, model, layer);
  const isUsed = line.pieces.some(({ is }) => is === layer);
  forEachLayered(line, model, (found) => {
    for (const script of scriptsOf(line, found)) {
      if (script.mark === "^") rewriteLabel(line, model, script, isUsed ? null : layer);
    }
  });
}

/** Where their neurons are called as our layers are, the neurons get a letter that is free. */
function freeLayerLetter(line: Line, model: Model, layer: string): void {
  const isUsed = (text: string): boolean => line.pieces.some(({ is }) => is === text);
  if (!LAYER_LETTERS.some(isUsed)) return;
  const free = [...model.indices].find(([name, kind]) => kind === "neuron" && !isUsed(name))?.[0];
  const places = line.pieces.flatMap(({ is }, at) => (is === layer ? [at] : []));
  if (free === undefined || !places.every((at) => isBelow(line, at))) return;
  for (const at of places) line.put(at, free);
}

/** Whether a letter stands in a subscript. */
function isBelow(line: Line, place: number): boolean {
  let at = place;
  while (at > 0 && /^([a-z]|,| )$/.test(line.at(at))) at -= 1;
  return line.at(line.at(at) === "{" ? line.previous(at) : at) === "_";
}

export function forEachLayered(line: Line, model: Model, visit: (found: Found) => void): void {
  for (let at = 0; at < line.pieces.length; at += 1) {
    const found = symbolAt(line, model, at);
    if (found?.declaration.labels.some(({ place }) => place === "super")) visit(found);
    at = found?.last ?? at;
  }
}

function rewriteLabel(
  line: Line,
  model: Model,
  { first, last }: Script,
  layer: string | null,
): void {
  const braced = line.at(first) === "{";
  let start = braced ? line.next(first + 1) : first;
  let end = braced ? line.previous(last) : last;
  const isSquare = line.at(start) === "[" && line.at(end) === "]";
  if (isSquare) {
    line.put(start, "");
    line.put(end, "");
    start += 1;
    end -= 1;
  }
  for (let at = start; layer !== null && at <= end; at += 1) {
    if (LAYER_LETTERS.includes(line.at(at)) && model.indices.get(line.at(at)) !== "layer")
      line.put(at, layer);
  }
  const inside = line.pieces.slice(start, end + 1).map(({ is }) => is);
  const isAffine = inside.every(
    (is) => /^([-+ ]|\d+)$/.test(is) || model.indices.has(is) || isCount(model, is),
  );
  if (isAffine) line.wrap(start, braced ? "(" : "{(", end, braced ? ")" : ")}");
}

/** Gives every symbol that lacks its layer the same one. */
export function addLayer(line: Line, model: Model, layer: string): void {
  forEachLayered(line, model, (found) => {
    const above = scriptsOf(line, found).find(({ mark }) => mark === "^");
    const start = above ? line.next(above.first + (line.at(above.first) === "{" ? 1 : 0)) : -1;
    if (line.at(start) === "(") return;
    if (above && line.at(start) === "T") {
      line.put(start, above.first === above.last ? `{(${layer})T}` : `(${layer})T`);
      return;
    }
    // `\nabla_a E`: without braces TeX takes one token below.
    const isBelow = line.at(line.previous(found.first)) === "_";
    line.wrap(found.first, isBelow ? "{" : "", found.last, `^{(${layer})}${isBelow ? "}" : ""}`);
  });
}
