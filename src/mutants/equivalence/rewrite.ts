import type { Node } from "../../language/index.ts";
import { childrenOf, freeLetters, isCount } from "../../language/index.ts";
import { isTensor, number, replaced } from "../build.ts";
import { withChildren } from "../rebuild.ts";
import { canonical, product, sum, withLetters } from "./canonical.ts";
import type { Binding, Partial, Pattern } from "./match.ts";
import { match, matchList, UNBOUND } from "./match.ts";

/** Both sides of a rule, canonical. */
export interface Rewriting extends Pattern {
  readonly from: Node;
  readonly to: Node;
}

/** Every tree that one application of the rule, anywhere, makes of a canonical tree. */
export function rewritesOf(rule: Rewriting, node: Node): Node[] {
  const children = childrenOf(node);
  const below = children.flatMap((child, at) =>
    rewritesOf(rule, child).map((one) => withChildren(node, replaced(children, at, one))),
  );
  return [...atRoot(rule, node), ...below].map(canonical);
}

function atRoot(rule: Rewriting, node: Node): Node[] {
  const whole = match(rule, rule.from, node).flatMap((binding) => instance(rule, binding));
  return [...whole, ...withinList(rule, node)];
}

/** A rule for some of the factors or terms of a longer product or sum. */
function withinList(rule: Rewriting, node: Node): Node[] {
  const { from } = rule;
  if (from.kind !== node.kind) return [];
  const all = (): boolean => true;
  const put = ({ binding, rest }: Partial, join: (nodes: Node[]) => Node): Node[] =>
    instance(rule, binding).map((one) => join([one, ...rest]));
  if (from.kind === "add" || from.kind === "hadamard") {
    const found = matchList(rule, childrenOf(from), childrenOf(node), UNBOUND, all, true);
    return found.flatMap((one) =>
      put(one, (nodes) => (node.kind === "add" ? sum(nodes) : withChildren(node, nodes))),
    );
  }
  if (from.kind !== "product" || node.kind !== "product") return [];
  const [scalars, tensors] = split(from.factors);
  const [others, row] = split(node.factors);
  const keeps = (): boolean => false;
  // The matrices of the rule stand side by side in the same order; all other factors are free.
  return starts(row, tensors.length).flatMap((at) => {
    const [before, run] = [row.slice(0, at), row.slice(at, at + tensors.length)];
    const after = row.slice(at + tensors.length);
    return matchList(rule, tensors, run, UNBOUND, keeps).flatMap(({ binding }) =>
      matchList(rule, scalars, others, binding, all, true).flatMap((found) =>
        put(found, ([one, ...rest]) => product([...rest, ...before, one as Node, ...after])),
      ),
    );
  });
}

/** Where a run of so many may begin; a run of none stands before all. */
const starts = (row: readonly Node[], length: number): number[] =>
  length === 0 ? [0] : row.slice(length - 1).map((_, at) => at);

const split = (factors: readonly Node[]): [Node[], Node[]] => [
  factors.filter((one) => !isTensor(one)),
  factors.filter(isTensor),
];

/** The other side of the rule with everything put in; none where it has a letter that nothing says. */
function instance(rule: Rewriting, { letters, parts }: Binding): Node[] {
  const isPlace = (node: Node): boolean => node.kind === "symbol" && rule.any.includes(node.name);
  const fill = (node: Node, put: (place: Node) => Node): Node =>
    isPlace(node)
      ? put(node)
      : withChildren(
          node,
          childrenOf(node).map((child) => fill(child, put)),
        );
  const said = [...freeLetters(fill(rule.to, () => number("0")))].every(
    (name) => isCount(rule.model, name) || letters.has(name),
  );
  const nameOf = (node: Node): string => (node.kind === "symbol" ? node.name : "");
  return said
    ? [fill(withLetters(rule.to, letters), (place) => parts.get(nameOf(place)) ?? place)]
    : [];
}
