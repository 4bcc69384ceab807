import type { Chain, TypedEquation } from "../../language/index.ts";
import { freeLetters, printCondition, printEquation, printShape } from "../../language/index.ts";
import { keyOf, canonical } from "./canonical.ts";

/** Both say ∈ only, of things with one shape. */
export function hasTheSameShape({ claims }: TypedEquation, mutant: TypedEquation): boolean {
  return claims.every(({ chain, shapes }, at) => {
    const other = mutant.claims[at];
    const [first] = shapes;
    const second = other?.shapes[0];
    if (!first || !second || !chain.relations.every((one) => one === "\\in")) return false;
    return printShape(first) === printShape(second);
  });
}

/** The mutant lacks a condition such as L = 4, and nothing in the equation speaks of L. */
export function lostOnlyDepth({ equation }: TypedEquation, mutant: TypedEquation): boolean {
  const kept = mutant.equation.conditions.map(printCondition);
  const lost = equation.conditions.filter((one) => !kept.includes(printCondition(one)));
  const [only] = lost;
  if (lost.length !== 1 || only?.kind !== "count") return false;
  const letters = mutant.equation.chains.flatMap(({ sides }) =>
    sides.flatMap((side) => [...freeLetters(side)]),
  );
  return !letters.includes(only.name);
}

/**
 * The mutant follows from a bound: its larger side is at least the original's, or its smaller side at most.
 * That is a claim of its own, which `holds` judges.
 */
export function isWeaker(
  original: TypedEquation,
  mutant: TypedEquation,
  holds: (tex: string) => boolean,
): boolean {
  const [chain, ...rest] = original.equation.chains;
  const [other] = mutant.equation.chains;
  const relation = comparison(chain, other);
  if (!chain || !other || rest.length > 0 || !relation) return false;
  const changed = chain.sides.flatMap((side, at) => {
    const now = other.sides[at];
    return now && keyOf(canonical(side)) !== keyOf(canonical(now)) ? [{ side, now, at }] : [];
  });
  const [only] = changed;
  if (changed.length !== 1 || !only) return false;
  const sides = only.at === 0 ? [only.now, only.side] : [only.side, only.now];
  const between = { ...chain, sides, relations: [relation] };
  return holds(printEquation({ ...mutant.equation, chains: [between] }));
}

/** The relation of two bounds between two sides, if it is the same. */
function comparison(
  one: Chain | undefined,
  other: Chain | undefined,
): Chain["relations"][0] | null {
  const [relation] = one?.relations ?? [];
  const same = one?.relations.length === 1 && one.relations.join() === other?.relations.join();
  return same && (relation === "\\le" || relation === "\\ge") ? relation : null;
}
