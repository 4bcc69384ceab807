import type { Equation, Model, Node, ProductNode } from "../language/index.ts";
import { childrenOf, printNode } from "../language/index.ts";
import { withChildren } from "./rebuild.ts";

/** How tightly a node binds as it is printed: the levels of the parser, loosest first. */
const ADD = 0;
const REDUCE = 1;
const HADAMARD = 2;
const PRODUCT = 3;
const QUOTIENT = 4;
const FACTOR = 5;
const PRIMARY = 6;

function levelOf(node: Node): number {
  switch (node.kind) {
    case "add":
      return ADD;
    case "reduce":
      return node.operator === "max" ? FACTOR : REDUCE;
    case "hadamard":
      return HADAMARD;
    case "product":
      return PRODUCT;
    case "fraction":
      return node.slash ? QUOTIENT : PRIMARY;
    case "gradient":
      return FACTOR;
    case "derivative":
      return node.prefix ? FACTOR : PRIMARY;
    default:
      return PRIMARY;
  }
}

/** An equation whose tree was edited, with the brackets that its printed form needs to be read as that tree. */
export const settle = (equation: Equation, model: Model): Equation => ({
  ...equation,
  chains: equation.chains.map((chain) => ({
    ...chain,
    sides: chain.sides.map((side) => settled(side, model)),
  })),
});

function settled(node: Node, model: Model): Node {
  const children = childrenOf(node).map((child) => settled(child, model));
  const bracketed = children.map((child, at) => {
    const isLast = at === children.length - 1;
    return fits(node, child, at, isLast) ? child : bracket(child);
  });
  const whole = withChildren(node, bracketed);
  if (whole.kind === "product") return withMarks(whole, model);
  return whole.kind === "operation" ? { ...whole, open: false } : whole;
}

const bracket = (node: Node): Node => ({ kind: "group", open: "(", of: node, span: node.span });

/** Whether a child may stand at its position without brackets. */
function fits(parent: Node, child: Node, at: number, isLast: boolean): boolean {
  const level = levelOf(child);
  switch (parent.kind) {
    case "add":
      return level >= REDUCE;
    case "reduce":
      return level >= (parent.operator === "max" ? FACTOR : REDUCE);
    case "hadamard":
      return level >= PRODUCT || (isLast && level === REDUCE);
    case "product":
      return level >= QUOTIENT || (isLast && level === REDUCE);
    case "fraction":
      return !parent.slash || level >= (at === 0 ? QUOTIENT : FACTOR);
    case "transpose":
      return takesScript(child, "transpose");
    case "power":
      return at === 1 ? !readsAsTranspose(child) : takesScript(child, "power");
    case "gradient":
      return level >= FACTOR;
    case "derivative":
      return level >= FACTOR || (parent.prefix && at === 0 && level === REDUCE);
    default:
      return true;
  }
}

/** A power of T alone would be read as the transpose, so it cannot be written. */
const readsAsTranspose = (exponent: Node): boolean =>
  exponent.kind === "count" && printNode(exponent) === "T";

/** TeX allows one superscript on a symbol, and the layer is one. */
function takesScript(node: Node, script: "transpose" | "power"): boolean {
  if (levelOf(node) < PRIMARY) return false;
  if (node.kind === "transpose" || node.kind === "power" || node.kind === "fraction") return false;
  const layered = node.kind === "symbol" && node.layerAt !== undefined;
  return !layered || script === "transpose";
}

/** A dot stands where without it the next factor would be read as an argument, or as part of this one. */
function withMarks(node: ProductNode, model: Model): ProductNode {
  const marks = node.factors.slice(1).map((next, at) => {
    const before = node.factors[at] as Node;
    const reaches = before.kind === "gradient" || (before.kind === "derivative" && before.prefix);
    const applies =
      before.kind === "symbol" &&
      model.symbols.get(before.name)?.arguments !== "none" &&
      next.kind === "group";
    return reaches || applies || startsWithNumber(next) ? "\\cdot" : (node.marks[at] ?? "");
  });
  return { ...node, marks };
}

const startsWithNumber = (node: Node): boolean =>
  node.kind === "number" ||
  (node.kind === "power" && startsWithNumber(node.base)) ||
  (node.kind === "fraction" && node.slash && startsWithNumber(node.numerator));
