import type { Affine } from "../affine.ts";
import {
  bareLetter,
  isWhole,
  letter,
  lettersOf,
  minus,
  printAffine,
  substitute,
  whole,
} from "../affine.ts";
import type { Span } from "../diagnostics.ts";
import type { SymbolDeclaration } from "../model.ts";
import { isCount } from "../model.ts";
import type { SymbolNode } from "../tree.ts";
import type { Context } from "./context.ts";
import { addUse, normal, report } from "./context.ts";
import type { Shape } from "./shape.ts";
import { matrix, scalar, vector } from "./shape.ts";

/** The shape of a symbol as it stands, after noting where its index letters stand. */
export function shapeOfSymbol(context: Context, node: SymbolNode): Shape | null {
  const declaration = context.model.symbols.get(node.name);
  if (!declaration) return null;
  const missing = node.labels.findIndex((label) => label === null);
  if (missing >= 0) return shapeOfFamily(context, node, declaration);
  noteLabels(context, node, declaration);
  const dimensions = dimensionsOf(context, node, declaration);
  if (node.indices.length > 0) {
    node.indices.forEach((index, axis) => {
      noteIndex(context, index, dimensions[axis] ?? whole(1), node);
    });
    return scalar;
  }
  const [rows, columns] = dimensions;
  if (dimensions.length > 2) {
    const message = `${node.name} has ${dimensions.length} axes; it is written with its indices.`;
    return report(context, "shape", message, node.span);
  }
  if (!rows) return scalar;
  return columns ? matrix(rows, columns) : vector(rows);
}

/** The lengths of a symbol's axes at its layer: θ^{(k+1)} has n_{k+2} rows. */
export function dimensionsOf(
  context: Context,
  node: SymbolNode,
  declaration: SymbolDeclaration,
): Affine[] {
  const values = new Map<string, Affine>();
  declaration.labels.forEach(({ kind }, position) => {
    const value = node.labels[position];
    for (const [name, one] of context.model.indices)
      if (one === kind && value) values.set(name, value);
  });
  return declaration.shape.map((size) => normal(context, substitute(size, values)));
}

function shapeOfFamily(
  context: Context,
  node: SymbolNode,
  declaration: SymbolDeclaration,
): Shape | null {
  if (context.family && declaration.role === "parameter" && node.indices.length === 0) {
    return vector(letter(`|${node.name}|`));
  }
  const example = `${node.name}^{(k)}`;
  return report(context, "layer", `${node.name} needs its layer, as in ${example}.`, node.span);
}

function noteLabels(context: Context, node: SymbolNode, declaration: SymbolDeclaration): void {
  declaration.labels.forEach((label, position) => {
    const at = normal(context, node.labels[position] ?? whole(0));
    const low = normal(context, label.low);
    const high = normal(context, label.high);
    if (!hasIndexLetter(context, at))
      refuseOutside(context, node, declaration, { at, low, high, kind: label.kind });
    for (const name of indexLetters(context, at)) {
      // As declared, so that a range is told as "2 … L" even where L is known.
      const bare = bareLetter(at) === name;
      const place = { kind: "label", low: label.low, high: label.high, bare } as const;
      addUse(context, name, { span: node.span, at, place });
    }
  });
}

/** A label without index letters is judged at once: δ^{(1)} does not exist. */
function refuseOutside(
  context: Context,
  node: SymbolNode,
  declaration: SymbolDeclaration,
  { at, low, high, kind }: { at: Affine; low: Affine; high: Affine; kind: string },
): void {
  const below = minus(at, low);
  const above = minus(high, at);
  const outside = (distance: Affine): boolean => isWhole(distance) && distance.constant < 0;
  // Nothing is below number 1, whatever L is.
  const tooLow = outside(below) || (isWhole(at) && !isWhole(low) && at.constant < 1);
  if (!tooLow && !outside(above)) return;
  const message = `${declaration.name} exists for ${kind} ${printAffine(low)} to ${printAffine(high)}, so there is none with ${printAffine(at)}.`;
  report(context, kind === "layer" ? "layer" : "index", message, node.span);
}

const indexLetters = (context: Context, affine: Affine): string[] =>
  [...new Set(lettersOf(affine))].filter((name) => !isCount(context.model, name));

const hasIndexLetter = (context: Context, affine: Affine): boolean =>
  indexLetters(context, affine).length > 0;

function noteIndex(context: Context, written: Affine, size: Affine, node: SymbolNode): void {
  const at = normal(context, written);
  for (const name of indexLetters(context, at)) {
    const kind = context.model.indices.get(name);
    if (kind === "layer") {
      const message = `${name} is an index for a layer; it cannot number the entries of ${node.name}.`;
      report(context, "index", message, node.span);
      return;
    }
    const place = { kind: "axis", size, bare: bareLetter(at) === name } as const;
    addUse(context, name, { span: node.span, at, place });
  }
  const beyond = minus(size, at);
  const tooHigh = isWhole(beyond) && beyond.constant < 0;
  if (hasIndexLetter(context, at) || (!(isWhole(at) && at.constant < 1) && !tooHigh)) return;
  const message = `${node.name} has entries 1 to ${printAffine(size)}, so there is none with ${printAffine(at)}.`;
  report(context, "index", message, node.span);
}

/** The subscript of a family of functions, as in `\varphi_i(t)`. */
export function noteFamilyIndex(context: Context, index: Affine, size: Affine, span: Span): void {
  for (const name of indexLetters(context, index)) {
    const place = {
      kind: "axis",
      size: normal(context, size),
      bare: bareLetter(index) === name,
    } as const;
    addUse(context, name, { span, at: index, place });
  }
}

/** An index letter or a width used as a number: `[i = j]`, `\frac1m`, `n_k`. */
export function noteNumber(context: Context, affine: Affine, span: Span): void {
  for (const { key, width } of affine.terms) {
    if (width) noteNumber(context, width.at, span);
    else if (context.model.indices.has(key)) {
      addUse(context, key, { span, at: affine, place: { kind: "number" } });
    }
  }
}
