import { plus, whole } from "../affine.ts";
import type { Budget } from "../budget.ts";
import { replaceSpan } from "../diagnostics.ts";
import type { Model } from "../model.ts";
import { parse } from "../parser/index.ts";
import { printSymbol } from "../printers/latex.ts";
import type { Node, SymbolNode } from "../tree.ts";
import { childrenOf } from "../tree-walk.ts";

/**
 * Weights and biases one layer lower: where another course numbers them by the layer that they enter, ours
 * number them by the layer that they leave.
 */
export function shiftParameters(tex: string, model: Model, budget: Budget): string {
  const found: SymbolNode[] = [];
  const visit = (node: Node): void => {
    if (node.kind === "symbol" && model.symbols.get(node.name)?.role === "parameter")
      found.push(node);
    if (node.kind === "derivative") node.by.forEach(visit);
    childrenOf(node).forEach(visit);
  };
  parse(tex, model, budget)
    .equation.chains.flatMap(({ sides }) => sides)
    .forEach(visit);
  return [...new Set(found)]
    .sort((one, other) => other.span.start - one.span.start)
    .reduce((text, node) => replaceSpan(text, node.span, printSymbol(lower(node))), tex);
}

const lower = (node: SymbolNode): SymbolNode => ({
  ...node,
  labels: node.labels.map((label, at) =>
    label && at === node.layerAt ? plus(label, whole(-1)) : label,
  ),
});
