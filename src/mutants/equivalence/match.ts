import type { Affine, Node } from "../../language/index.ts";
import {
  childrenOf,
  isCount,
  letter,
  lettersOf,
  minus,
  sameAffine,
  substitute,
} from "../../language/index.ts";
import type { Model } from "../../language/index.ts";
import { scriptsOf } from "../affines.ts";
import { isTensor, without } from "../build.ts";
import { keyOf } from "./canonical.ts";

/** What the letters and the placeholders of a rule stand for. */
export interface Binding {
  readonly letters: ReadonlyMap<string, Affine>;
  readonly parts: ReadonlyMap<string, Node>;
}

export const UNBOUND: Binding = { letters: new Map(), parts: new Map() };

/** What a pattern is read with: its letters that are no counts of the model are variables. */
export interface Pattern {
  readonly model: Model;
  /** Symbols that stand for any expression. */
  readonly any: readonly string[];
}

/** Every way in which a canonical tree is an instance of a canonical pattern. */
export function match(
  rule: Pattern,
  pattern: Node,
  node: Node,
  known: Binding = UNBOUND,
): Binding[] {
  if (pattern.kind === "symbol" && rule.any.includes(pattern.name)) {
    return placeholder(pattern.name, pattern, node, known);
  }
  if (pattern.kind !== node.kind || ownOf(pattern) !== ownOf(node)) return [];
  const [scripts, others] = [scriptsOf(pattern), scriptsOf(node)];
  if (scripts.length !== others.length) return [];
  const binding = scripts.reduce<Binding | null>((so, { at }, place) => {
    const other = others[place]?.at;
    return so && other ? matchAffine(rule, at, other, so) : null;
  }, known);
  if (!binding) return [];
  return matchList(rule, childrenOf(pattern), childrenOf(node), binding, commutes(node)).map(
    ({ binding: found }) => found,
  );
}

function placeholder(name: string, pattern: Node, node: Node, known: Binding): Binding[] {
  const bound = known.parts.get(name);
  if (bound) return keyOf(bound) === keyOf(node) ? [known] : [];
  const fits = !node.shape || isTensor(node) === isTensor(pattern);
  return fits ? [{ ...known, parts: new Map([...known.parts, [name, node]]) }] : [];
}

/** Whether the order of two children means nothing. */
export const commutes =
  (parent: Node) =>
  (one: Node, other: Node): boolean =>
    parent.kind === "add" ||
    parent.kind === "hadamard" ||
    (parent.kind === "product" && !(isTensor(one) && isTensor(other)));

export interface Partial {
  readonly binding: Binding;
  readonly rest: readonly Node[];
}

/** The ways to find every pattern among the nodes; where it is `loose`, some nodes may be left over. */
export function matchList(
  rule: Pattern,
  patterns: readonly Node[],
  nodes: readonly Node[],
  known: Binding,
  free: (one: Node, other: Node) => boolean,
  loose = false,
): Partial[] {
  if (!loose && patterns.length !== nodes.length) return [];
  const [first, ...others] = patterns;
  if (!first) return [{ binding: known, rest: nodes }];
  return nodes.flatMap((node, at) => {
    // What is passed over must be free to change places with what is taken.
    if (nodes.slice(0, at).some((before) => !free(before, node))) return [];
    return match(rule, first, node, known).flatMap((binding) =>
      matchList(rule, others, without(nodes, at), binding, free, loose),
    );
  });
}

/** All that a node says besides its children and its scripts. */
function ownOf(node: Node): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "constant":
    case "evaluate":
    case "operation":
      return node.name;
    case "call":
      return `${node.name} ${node.order}`;
    case "symbol":
      return `${node.name} ${node.labels.map((label) => label === null).join()} ${node.indices.length}`;
    case "reduce":
      return `${node.operator} ${node.names.length}`;
    case "iverson":
      return node.condition.relation;
    case "cases":
      return node.rows.map(({ condition }) => condition?.relation ?? "").join();
    case "derivative":
      return `${node.by.length} ${node.held.length} ${node.heldRun ?? ""}`;
    case "gradient":
      return String(node.by !== undefined);
    case "matrix":
      return node.rows.map((row) => row.length).join();
    case "big-o":
      return `${node.constant} ${node.order}`;
    default:
      return "";
  }
}

/** `k + 1` is an instance of `k`, with k ↦ k + 1; `L` only of itself. */
export function matchAffine(
  { model }: Pattern,
  pattern: Affine,
  affine: Affine,
  known: Binding,
): Binding | null {
  const open = [...new Set(lettersOf(pattern))].filter(
    (name) => !isCount(model, name) && !known.letters.has(name),
  );
  if (open.length === 0) {
    return sameAffine(substitute(pattern, known.letters), affine) ? known : null;
  }
  const [name] = open;
  const [term] = pattern.terms;
  if (pattern.terms.length === 1 && term?.width && affine.terms[0]?.width) {
    const inner = matchAffine({ model, any: [] }, term.width.at, affine.terms[0].width.at, known);
    return inner && sameAffine(substitute(pattern, inner.letters), affine) ? inner : null;
  }
  const own = pattern.terms.find(({ key }) => key === name);
  if (open.length > 1 || !name || own?.coefficient !== 1) return null;
  const rest = substitute(minus(pattern, letter(name)), known.letters);
  const value = minus(affine, rest);
  return { ...known, letters: new Map([...known.letters, [name, value]]) };
}
