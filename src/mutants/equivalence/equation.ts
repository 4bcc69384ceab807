import type { Chain, Condition, Model, Node, TypedEquation } from "../../language/index.ts";
import { isCount, lettersOf, printCondition } from "../../language/index.ts";
import { canonical, keyOf, product } from "./canonical.ts";
import { number } from "../build.ts";

/** The chains of a checked equation with canonical sides. */
export const canonicalChains = ({ equation, model }: TypedEquation): Chain[] =>
  equation.chains.map((chain) => scaleFree({ ...chain, sides: chain.sides.map(canonical) }, model));

/** All sides are one and the same, so the chain says nothing. */
export const saysNothing = ({ sides, relations }: Chain): boolean =>
  relations.every((one) => one === "=" || one === ":=") && new Set(sides.map(keyOf)).size === 1;

/** What is 0 stays 0 with another factor, what is at least 0 with a positive one: both are written without. */
function scaleFree(chain: Chain, model: Model): Chain {
  const isZero = (side: Node): boolean => side.kind === "number" && Number(side.text) === 0;
  if (
    chain.sides.length !== 2 ||
    !ZERO_RELATIONS.has(chain.relations[0] ?? "") ||
    !chain.sides.some(isZero)
  )
    return chain;
  const bare = (side: Node): Node =>
    side.kind === "product" && !isZero(side)
      ? product(side.factors.map((one) => unitOf(one, chain, model)))
      : side;
  return { ...chain, sides: chain.sides.map((side) => (isZero(side) ? number("0") : bare(side))) };
}

const ZERO_RELATIONS = new Set<string>(["=", "\\le", "\\ge"]);

/** 1 for a fixed factor, or its sign where that means something. */
function unitOf(node: Node, { relations }: Chain, model: Model): Node {
  if (!isFixed(node, model)) return node;
  const isNegative = node.kind === "number" && Number(node.text) < 0;
  return number(isNegative && relations[0] !== "=" ? "-1" : "1");
}

/** A number, or a count of the model such as m, or one over it: never 0. */
function isFixed(node: Node, model: Model): boolean {
  if (node.kind === "power") return isFixed(node.base, model) && node.exponent.kind === "number";
  if (node.kind === "count") return lettersOf(node.value).every((name) => isCount(model, name));
  return node.kind === "number";
}

/** What tells two claims apart; the sides of a plain equation in one order. */
export function chainKey({ sides, relations }: Chain): string {
  const keys = sides.map(keyOf);
  return `${relations.join()} ${relations.every((one) => one === "=") ? keys.sort().join() : keys.join()}`;
}

/** Conditions that say for which networks and indices a claim is made, other than ranges. */
export const conditionKeys = (conditions: readonly Condition[]): string[] =>
  conditions
    .filter(({ kind }) => kind !== "range")
    .map(printCondition)
    .sort();

export const equationKey = (typed: TypedEquation): string =>
  [...canonicalChains(typed).map(chainKey), ...conditionKeys(typed.equation.conditions)].join("; ");
