import type { Affine } from "../affine.ts";
import {
  bareLetter,
  isWhole,
  letter,
  lettersOf,
  minus,
  plus,
  printAffine,
  sameAffine,
  whole,
} from "../affine.ts";
import { isCount } from "../model.ts";
import { printNode } from "../printers/latex.ts";
import type { Node, Range, ReduceNode } from "../tree.ts";
import type { Context, Use, Uses } from "./context.ts";
import { annotateRanges, normal, report } from "./context.ts";
import { infer } from "./infer.ts";
import type { Shape } from "./shape.ts";
import { isScalar, scalar } from "./shape.ts";
import { noteNumber } from "./symbols.ts";

export function inferReduce(context: Context, node: ReduceNode): Shape | null {
  const taken = node.names.find((name) => context.bound.some(({ names }) => names.includes(name)));
  if (taken) {
    const message = `${taken} is already bound by a sum around this one.`;
    return report(context, "index", message, node.span);
  }
  if (node.low && node.high) {
    noteNumber(context, node.low, node.span);
    noteNumber(context, node.high, node.span);
  }
  const uses: Uses = new Map();
  context.bound.push({ names: node.names, uses });
  const body = infer(context, node.body);
  context.bound.pop();
  if (!body) return null;
  if (node.operator !== "sum" && !isScalar(body)) {
    return report(context, "shape", `\\${node.operator} runs over numbers only.`, node.body.span);
  }
  if (node.operator === "prod" && !requireIndex(context, node)) return null;
  const found: Record<string, Range> = {};
  for (const name of node.names) {
    const range = rangeOf(context, node, name, uses.get(name) ?? []);
    if (!range) return null;
    found[name] = range;
  }
  annotateRanges(node, found);
  return node.operator === "sum" ? body : scalar;
}

/** `\prod_k a_k b`: a factor without the index would be taken many times over. */
function requireIndex(context: Context, node: ReduceNode): boolean {
  const factors = node.body.kind === "product" ? node.body.factors : [];
  const [name] = node.names;
  const lacking = factors.find(
    (factor, at) =>
      at > 0 && !new RegExp(`(?<![a-zA-Z\\\\])${name}(?![a-zA-Z])`).test(printNode(factor)),
  );
  if (!lacking) return true;
  const { start } = node.span;
  const stop = factors[factors.indexOf(lacking) - 1]?.span.end ?? start;
  const { source } = context;
  const tex = `${source.slice(0, start)}\\left(${source.slice(start, stop)}\\right)${source.slice(stop)}`;
  const message = `${printNode(lacking)} lacks the index ${name}, yet stands inside the product over it: brackets are missing.`;
  report(context, "index", message, lacking.span, {
    proposals: [{ tex, say: `\\left(${source.slice(start, stop)}\\right)` }],
  });
  return false;
}

function rangeOf(
  context: Context,
  node: ReduceNode,
  name: string,
  uses: readonly Use[],
): Range | null {
  const bare = uses.filter(({ place }) => place.kind !== "number" && place.bare);
  const places = bare.length > 0 ? bare : uses.filter((use) => isTurned(context, name, use));
  const domains = places.map((use) => domainOf(context, name, use));
  const [first] = domains;
  if (node.low && node.high) {
    const low = normal(context, node.low);
    const high = normal(context, node.high);
    for (const [at, domain] of domains.entries()) {
      const span = places[at]?.span ?? node.span;
      if (!fits(context, { low, high }, domain, name, span)) return null;
    }
    return { low, high };
  }
  if (!first) {
    const message = `The range of ${name} is not clear: it stands bare on no axis. Write the bounds of the sum.`;
    return report(context, "index", message, node.span);
  }
  for (const [at, domain] of domains.entries()) {
    if (sameAffine(domain.low, first.low) && sameAffine(domain.high, first.high)) continue;
    const message = `${name} runs ${printRange(first, domain)} in one place and ${printRange(domain, first)} in another.`;
    const related = places[0] ? [places[0].span] : [];
    return report(context, "index", message, places[at]?.span ?? node.span, { related });
  }
  return first;
}

/** "to n", or "from 0 to T" where it is the beginning that differs. */
const printRange = ({ low, high }: Range, other: Range): string =>
  `${sameAffine(low, other.low) ? "" : `from ${printAffine(low)} `}to ${printAffine(high)}`;

/** In `w_{K-u+1}` the index runs along the axis from its other end, so the axis still says where. */
function isTurned({ model }: Context, name: string, { at, place }: Use): boolean {
  return (
    place.kind === "axis" && lettersOf(plus(at, letter(name))).every((one) => isCount(model, one))
  );
}

const ONE = whole(1);

function domainOf(context: Context, name: string, { at, place }: Use): Range {
  if (place.kind === "label") {
    return { low: normal(context, place.low), high: normal(context, place.high) };
  }
  const size = place.kind === "axis" ? place.size : ONE;
  if (bareLetter(at) === name) return { low: ONE, high: size };
  const far = plus(at, letter(name));
  return { low: minus(far, size), high: minus(far, ONE) };
}

/** Written bounds must lie on the axis; where that cannot be said in symbols, the network decides. */
function fits(
  context: Context,
  bounds: { low: Affine; high: Affine },
  domain: { low: Affine; high: Affine },
  name: string,
  span: Node["span"],
): boolean {
  const below = minus(bounds.low, domain.low);
  const above = minus(domain.high, bounds.high);
  const offLow = isWhole(below) && below.constant < 0;
  const offHigh = isWhole(above) ? above.constant < 0 : above.terms.some((term) => term.width);
  const literal = isWhole(bounds.high) || isWhole(domain.high);
  if (!offLow && (!offHigh || (literal && !isWhole(above)))) return true;
  const message = `The sum lets ${name} run from ${printAffine(bounds.low)} to ${printAffine(bounds.high)}, but here it may run from ${printAffine(domain.low)} to ${printAffine(domain.high)}.`;
  report(context, "index", message, span);
  return false;
}
