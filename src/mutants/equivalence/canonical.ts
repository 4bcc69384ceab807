import type { Affine, IndexCondition, Node } from "../../language/index.ts";
import { childrenOf, letter, printAffine, substitute } from "../../language/index.ts";
import { scriptsOf } from "../affines.ts";
import { isTensor, number } from "../build.ts";
import { withChildren } from "../rebuild.ts";

/**
 * One form for everything that says the same by the laws of arithmetic alone: brackets that only group are
 * gone, products and sums are flat, numbers and factors that commute are in one order, a fraction is a
 * product with an inverse, a difference a sum with −1, a bound index has a name of its own. Needs the shapes
 * of the checker: matrices keep their order.
 */
export function canonical(node: Node): Node {
  if (node.kind === "group") return canonical(node.of);
  const inner = withChildren(node, childrenOf(node).map(canonical));
  const shape = node.shape ? { shape: node.shape } : {};
  switch (inner.kind) {
    case "fraction":
      return product([inner.numerator, inverse(inner.denominator)]);
    case "product":
      return product(inner.factors);
    case "hadamard":
      return { ...inner, factors: flat(inner.factors, "hadamard").sort(byKey) };
    case "add":
      return sum(
        inner.terms.map(({ sign, node: one }) => (sign === 1 ? one : negated(one))),
        shape,
      );
    case "transpose":
      return inner.of.kind === "transpose" ? inner.of.of : inner;
    case "reduce":
      return bound(inner);
    case "iverson":
      return { ...inner, condition: oneWay(inner.condition) };
    case "derivative":
      return {
        ...inner,
        total: false,
        prefix: false,
        by: [...inner.by].sort(byKey),
        held: inner.heldRun === undefined ? [...inner.held].sort(byKey) : inner.held,
      };
    default:
      return inner;
  }
}

/** What tells two canonical trees apart. */
export const keyOf = (node: Node): string => JSON.stringify(node, told);

const UNTOLD = new Set(["span", "shape", "ranges", "marks", "slash", "open", "moved"]);

function told(name: string, value: unknown): unknown {
  if (UNTOLD.has(name) && name !== "") return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("constant" in value && "terms" in value) return printAffine(value as Affine);
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const byKey = (one: Node, other: Node): number => (keyOf(one) < keyOf(other) ? -1 : 1);

type Flat = "product" | "hadamard" | "add";

/** The members of nested products, or of nested ⊙, as one list. */
export const flat = (nodes: readonly Node[], kind: Flat): Node[] =>
  nodes.flatMap((one) =>
    one.kind !== kind
      ? [one]
      : one.kind === "add"
        ? one.terms.map(({ node }) => node)
        : one.factors,
  );

const negated = (node: Node): Node => product([number("-1"), node]);

function inverse(node: Node): Node {
  if (node.kind === "number") return number(String(1 / Number(node.text)));
  if (node.kind === "product") return product(node.factors.map(inverse));
  const { span } = node;
  return { kind: "power", base: node, exponent: number("-1"), span };
}

/** The number first, then numbers of the model in one order, then vectors and matrices as they stand. */
export function product(nodes: readonly Node[]): Node {
  const factors = flat(nodes, "product");
  const value = factors.reduce(
    (sum, one) => (one.kind === "number" ? sum * Number(one.text) : sum),
    1,
  );
  const scalars = factors.filter((one) => one.kind !== "number" && !isTensor(one)).sort(byKey);
  const tensors = factors.filter(isTensor);
  const rest = [...scalars, ...tensors];
  const whole = value === 1 && rest.length > 0 ? rest : [number(String(value)), ...rest];
  const [only] = whole;
  if (value === 0) return number("0");
  if (whole.length === 1 && only) return only;
  const shape = tensors.length === 1 && tensors[0]?.shape ? { shape: tensors[0].shape } : {};
  const marks = whole.slice(1).map(() => "");
  return { kind: "product", factors: whole, marks, span: { start: 0, end: 0 }, ...shape };
}

export function sum(nodes: readonly Node[], shape: Pick<Node, "shape"> = {}): Node {
  const isZero = (node: Node): boolean => node.kind === "number" && Number(node.text) === 0;
  const all = flat(nodes, "add").sort(byKey);
  const some = all.filter((one) => !isZero(one));
  const terms = some.length > 0 ? some : all.slice(0, 1);
  const [only] = terms;
  if (terms.length === 1 && only) return only;
  const span = { start: 0, end: 0 };
  return { kind: "add", terms: terms.map((node) => ({ sign: 1, node })), span, ...shape };
}

/** The bound letters are named by how many sums stand inside; the range is written, as the checker found it. */
function bound(node: Extract<Node, { kind: "reduce" }>): Node {
  const depth = depthOf(node.body);
  const values = new Map(node.names.map((name, at) => [name, letter(`#${depth}.${at}`)]));
  const ranges = node.names.map((name) => node.ranges?.[name]);
  const [range] = ranges;
  const { low, high } = range ?? node;
  return {
    ...node,
    names: node.names.map((_name, at) => `#${depth}.${at}`),
    ...(node.names.length === 1 && low && high ? { low, high } : {}),
    body: canonical(withLetters(node.body, values)),
  };
}

const depthOf = (node: Node): number =>
  Math.max(0, ...childrenOf(node).map(depthOf)) + (node.kind === "reduce" ? 1 : 0);

/** The tree with expressions in place of letters. */
export function withLetters(node: Node, values: ReadonlyMap<string, Affine>): Node {
  const inner = withChildren(
    node,
    childrenOf(node).map((child) => withLetters(child, values)),
  );
  return scriptsOf(inner).reduce<Node>((whole, _, at) => {
    const script = scriptsOf(whole)[at];
    return script ? script.put(substitute(script.at, values)) : whole;
  }, inner);
}

/** [i = j] is [j = i], [i > j] is [j < i]. */
function oneWay({ left, relation, right }: IndexCondition): IndexCondition {
  const turned = { ">": "<", "\\ge": "\\le" } as const;
  if (relation === ">" || relation === "\\ge")
    return { left: right, relation: turned[relation], right: left };
  const symmetric = relation === "=" || relation === "\\ne";
  return symmetric && printAffine(right) < printAffine(left)
    ? { left: right, relation, right: left }
    : { left, relation, right };
}
