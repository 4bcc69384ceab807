import type { Affine } from "./affine.ts";
import { lettersOf } from "./affine.ts";
import type { Node, SymbolNode } from "./tree.ts";

/** Labels, then indices. */
export const scriptsOf = ({ labels, indices }: SymbolNode): readonly (Affine | null)[] => [
  ...labels,
  ...indices,
];

/** The nodes directly below a node. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "call":
    case "evaluate":
    case "operation":
      return node.args;
    case "add":
      return node.terms.map((term) => term.node);
    case "product":
    case "hadamard":
      return node.factors;
    case "fraction":
      return [node.numerator, node.denominator];
    case "power":
      return [node.base, node.exponent];
    case "transpose":
    case "group":
      return [node.of];
    case "gradient":
      return node.by ? [node.of, node.by] : [node.of];
    case "derivative":
      return [node.of, ...node.by, ...node.held];
    case "reduce":
      return [node.body];
    case "cases":
      return node.rows.map((row) => row.value);
    case "matrix":
      return node.rows.flat();
    default:
      return [];
  }
}

/** The letters of a node's own scripts and conditions, not of what lies below it. */
function ownLetters(node: Node): string[] {
  switch (node.kind) {
    case "symbol":
      return [...node.labels, ...node.indices].flatMap((one) => (one ? lettersOf(one) : []));
    case "call":
      return node.indices.flatMap(lettersOf);
    case "count":
      return lettersOf(node.value);
    case "iverson":
      return [...lettersOf(node.condition.left), ...lettersOf(node.condition.right)];
    case "ones":
      return node.size ? lettersOf(node.size) : [];
    default:
      return [];
  }
}

/** Every letter that no sum inside the node binds. */
export function freeLetters(node: Node): Set<string> {
  const letters = new Set([
    ...ownLetters(node),
    ...childrenOf(node).flatMap((child) => [...freeLetters(child)]),
  ]);
  if (node.kind === "reduce") node.names.forEach((name) => letters.delete(name));
  return letters;
}
