import type { Node, SymbolNode } from "./tree.ts";

/** What `E(q + …)` sets: the quantity that its argument begins with. */
export function leadingSymbol(node: Node | undefined): SymbolNode | undefined {
  if (node?.kind === "symbol") return node;
  if (node?.kind === "group") return leadingSymbol(node.of);
  if (node?.kind !== "add") return undefined;
  const [first] = node.terms;
  return first?.sign === 1 && first.node.kind === "symbol" ? first.node : undefined;
}
