import type { Node, SymbolNode } from "../language/index.ts";
import { leadingSymbol } from "../language/index.ts";

/** The node with other children, in the order of `childrenOf`. */
export function withChildren(node: Node, children: readonly Node[]): Node {
  const [first, second] = children as [Node, Node];
  const symbols = children as readonly SymbolNode[];
  switch (node.kind) {
    case "call":
    case "operation":
      return { ...node, args: children };
    case "evaluate": {
      const moved = children.length === 1 ? leadingSymbol(first) : undefined;
      const { kind, name, span, shape } = node;
      return { kind, name, span, args: children, ...(shape && { shape }), ...(moved && { moved }) };
    }
    case "add":
      return {
        ...node,
        terms: node.terms.map(({ sign }, at) => ({ sign, node: children[at] as Node })),
      };
    case "product":
    case "hadamard":
      return { ...node, factors: children };
    case "fraction":
      return { ...node, numerator: first, denominator: second };
    case "power":
      return { ...node, base: first, exponent: second };
    case "transpose":
    case "group":
      return { ...node, of: first };
    case "gradient":
      return node.by ? { ...node, of: first, by: second as SymbolNode } : { ...node, of: first };
    case "derivative": {
      const held = 1 + node.by.length;
      return { ...node, of: first, by: symbols.slice(1, held), held: symbols.slice(held) };
    }
    case "reduce":
      return { ...node, body: first };
    case "cases":
      return {
        ...node,
        rows: node.rows.map(({ condition }, at) => ({ value: children[at] as Node, condition })),
      };
    case "matrix": {
      const columns = node.rows[0]?.length ?? 0;
      const rows = node.rows.map((row, at) =>
        row.map((_, column) => children[at * columns + column] as Node),
      );
      return { ...node, rows };
    }
    default:
      return node;
  }
}
