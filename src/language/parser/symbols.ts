import type { Affine } from "../affine.ts";
import { bareLetter, isWhole, letter, lettersOf, printAffine } from "../affine.ts";
import type { Span } from "../diagnostics.ts";
import { cover, replaceSpan } from "../diagnostics.ts";
import type { Label, SymbolDeclaration } from "../model.ts";
import { implied } from "../model.ts";
import type { SymbolNode } from "../tree.ts";
import type { Cursor } from "./cursor.ts";
import { readAffine, readSubscripts, readTerm } from "./indices.ts";

/**
 * The scripts of a declared symbol. Their roles follow from the declaration: `_` holds labels, then
 * indices; a bracketed superscript is the layer; `^T` inside the same braces is left to the caller.
 */
export function readSymbol(cursor: Cursor, declaration: SymbolDeclaration, name: Span): SymbolNode {
  let subscripts: Affine[] = [];
  let below = name;
  let layer: Affine | null = null;
  const layered = declaration.labels.find((label) => label.place === "super");
  for (let seenBelow = false, seenAbove = false; ;) {
    if (!seenBelow && cursor.is("_")) {
      const start = cursor.next();
      subscripts = readSubscripts(cursor);
      below = cursor.spanFrom(start.span);
      seenBelow = true;
    } else if (!seenAbove && isLabelAhead(cursor)) {
      const read = readLabel(cursor, declaration, layered);
      layer = read;
      seenAbove = true;
    } else {
      const bare: Affine | null = layer ? null : readBareLabel(cursor, declaration, layered, name);
      if (!bare) break;
      layer = bare;
      seenAbove = true;
    }
  }
  const span = cursor.spanFrom(name);
  const { labels, indices } = assignSubscripts(cursor, declaration, subscripts, below);
  const ordered = declaration.labels.map((label) => {
    if (label.place === "super") return layer;
    const written = labels.shift();
    return written ?? letter(implied(label.kind));
  });
  declaration.labels.forEach((label, at) =>
    checkKind(cursor, declaration, label, ordered[at] ?? null, span),
  );
  const layerAt = declaration.labels.findIndex((label) => label.place === "super");
  const above = layerAt >= 0 ? { layerAt } : {};
  return { kind: "symbol", name: declaration.name, labels: ordered, ...above, indices, span };
}

/** A superscript that opens with a bracket: `^{(k+1)}`, also `^{(k)T}`. */
const isLabelAhead = (cursor: Cursor): boolean =>
  cursor.is("^") && cursor.peek(1).text === "{" && cursor.peek(2).text === "(";

const isTransposeAhead = (cursor: Cursor): boolean =>
  cursor.is("T", "\\top", "\\intercal") && cursor.peek(1).text === "}";

function readLabel(
  cursor: Cursor,
  declaration: SymbolDeclaration,
  label: Label | undefined,
): Affine {
  const start = cursor.next();
  cursor.next();
  cursor.next();
  const layer = cursor.deeper(() => readAffine(cursor));
  cursor.expect(")", `to close the layer of ${declaration.name}`);
  // `^{(k)T}`: the transpose in the same braces, and their end, are left to the caller.
  if (!isTransposeAhead(cursor)) cursor.expect("}", "to close the superscript");
  if (!label) {
    const message = `${declaration.name} has no layers, so it takes no bracketed superscript.`;
    cursor.report("layer", message, cursor.spanFrom(start.span));
  }
  return layer;
}

/** `\theta^k` and `\delta^{k+1}`: a layer that lacks its brackets is reported and taken as one. */
function readBareLabel(
  cursor: Cursor,
  declaration: SymbolDeclaration,
  label: Label | undefined,
  name: Span,
): Affine | null {
  if (!label || !cursor.is("^") || cursor.peek(1).text === "T") return null;
  const script = cursor.attempt(() => {
    const start = cursor.next();
    const braced = cursor.accept("{");
    const value = braced ? readAffine(cursor) : readTerm(cursor);
    if (braced) cursor.expect("}", "after the superscript");
    return { value, span: cursor.spanFrom(start.span) };
  });
  if (!script) return null;
  const fixed = `^{(${printAffine(script.value)})}`;
  const tex = replaceSpan(cursor.source, script.span, fixed);
  const message =
    `A layer stands in brackets: ${declaration.name}${fixed}. ` +
    "Without them a superscript is a power.";
  const say = cursor.source.slice(name.start, script.span.start) + fixed;
  cursor.report("layer", message, cover(name, script.span), [{ tex, say }]);
  return script.value;
}

function assignSubscripts(
  cursor: Cursor,
  declaration: SymbolDeclaration,
  given: readonly Affine[],
  span: Span,
): { labels: Affine[]; indices: Affine[] } {
  const sublabels = declaration.labels.filter((label) => label.place === "sub");
  const axes = declaration.shape.length;
  const count = given.length;
  const first = given[0];
  const startsWithLabel =
    first !== undefined && sublabels[0] !== undefined && isOfKind(cursor, first, sublabels[0]);
  if (count === 0) return { labels: [], indices: [] };
  if (count === sublabels.length + axes) {
    return { labels: given.slice(0, sublabels.length), indices: given.slice(sublabels.length) };
  }
  if (count === sublabels.length && startsWithLabel) return { labels: [...given], indices: [] };
  if (count === axes) return { labels: [], indices: [...given] };
  const wanted = sublabels.length + axes;
  const digits = first && isWhole(first) && count === 1 ? String(first.constant) : "";
  const split = digits.length === wanted ? `_{${[...digits].join(",")}}` : null;
  const message =
    wanted === 0
      ? `${declaration.name} is a single number: it takes no subscript.`
      : `${declaration.name} takes ${wanted} subscript${wanted === 1 ? "" : "s"}${split ? "" : ` or none`}, and ${count} stand${count === 1 ? "s" : ""} here${split ? `; two indices are parted by a comma: ${declaration.name}${split}` : ""}.`;
  const proposals = split
    ? [{ tex: replaceSpan(cursor.source, span, split), say: `${declaration.name}${split}` }]
    : undefined;
  cursor.report("index", message, span, proposals);
  return { labels: [], indices: [] };
}

const isOfKind = (cursor: Cursor, affine: Affine, label: Label): boolean =>
  lettersOf(affine).every((one) => {
    const kind = cursor.model.indices.get(one);
    return kind === undefined || kind === label.kind;
  });

/** A label's letters must be of the label's kind: `\delta^{(i)}` with i a neuron is refused. */
function checkKind(
  cursor: Cursor,
  declaration: SymbolDeclaration,
  label: Label,
  value: Affine | null,
  span: Span,
): void {
  if (!value || isOfKind(cursor, value, label)) return;
  const wrong = lettersOf(value).find((one) => {
    const kind = cursor.model.indices.get(one);
    return kind !== undefined && kind !== label.kind;
  });
  const kind = cursor.model.indices.get(wrong ?? "");
  const message = `${bareLetter(value) ?? printAffine(value)} labels the ${label.kind} of ${declaration.name}, but ${wrong} is an index for a ${kind}.`;
  cursor.report(label.place === "super" ? "layer" : "index", message, span);
}
