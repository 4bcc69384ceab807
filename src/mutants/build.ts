import type { AddNode, Node, NumberNode } from "../language/index.ts";
import { isScalar } from "../language/index.ts";

/** Nodes that edits put together. A mutant is read again from its LaTeX, so their spans say nothing. */
const span = { start: 0, end: 0 };

export const number = (text: string): NumberNode => ({ kind: "number", text, span });

export const negative = (node: Node): Node =>
  node.kind === "add" && node.terms.length === 1 && node.terms[0]?.sign === -1
    ? node.terms[0].node
    : { kind: "add", terms: [{ sign: -1, node }], span };

/** A sum of terms; of one alone, the term itself. */
export function sumOf(terms: AddNode["terms"]): Node {
  const [only] = terms;
  if (terms.length === 1 && only) return only.sign === 1 ? only.node : negative(only.node);
  return { kind: "add", terms, span };
}

/** A product read from the left; of one factor alone, that factor. */
export function productOf(factors: readonly Node[]): Node {
  const flat = factors.flatMap((one) => (one.kind === "product" ? one.factors : [one]));
  const [only] = flat;
  if (flat.length === 1 && only) return only;
  return { kind: "product", factors: flat, marks: flat.slice(1).map(() => ""), span };
}

export function hadamardOf(factors: readonly Node[]): Node {
  const flat = factors.flatMap((one) => (one.kind === "hadamard" ? one.factors : [one]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: "hadamard", factors: flat, span };
}

export const fraction = (numerator: Node, denominator: Node): Node => ({
  kind: "fraction",
  numerator,
  denominator,
  slash: false,
  span,
});

export const transposeOf = (of: Node): Node => ({ kind: "transpose", of, span });

/** The list without the member at a position. */
export const without = <T>(list: readonly T[], at: number): T[] =>
  list.filter((_, place) => place !== at);

/** The list with another member at a position. */
export const replaced = <T>(list: readonly T[], at: number, one: T): T[] =>
  list.map((old, place) => (place === at ? one : old));

/** Whether the checker found a vector or a matrix here. */
export const isTensor = (node: Node): boolean => node.shape !== undefined && !isScalar(node.shape);

/** A side that a factor or a sign can stand before: no space, no remainder O(…), not the number 0. */
export const takesFactor = (side: Node): boolean =>
  side.kind === "add"
    ? side.terms.every(({ node }) => node.kind !== "big-o")
    : side.kind !== "space" &&
      side.kind !== "big-o" &&
      !(side.kind === "number" && Number(side.text) === 0);
