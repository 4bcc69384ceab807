import type { Chain, Model, TypedEquation } from "../../language/index.ts";
import { check } from "../../language/index.ts";
import { canonicalChains, chainKey, conditionKeys, equationKey, saysNothing } from "./equation.ts";
import { hasTheSameShape, isWeaker, lostOnlyDepth } from "./weaker.ts";
import { match } from "./match.ts";
import { rewritesOf, type Rewriting } from "./rewrite.ts";
import { replaced } from "../build.ts";

/** One row of `content/corpus/equivalences.yaml`: why a mutant may hold. */
export interface RuleData {
  readonly id: string;
  /** The executed equation. Its index letters stand for any. */
  readonly tex: string;
  /** The models in which it holds and may be used. */
  readonly models: readonly string[];
  /** For a reader: why it is so. */
  readonly because: string;
  /**
   * Absent: rewriting. `depth`: a count such as L = 4 is not spoken of, so the claim needs no such
   * condition. `shape`: for claims ∈, which say a shape only. `weaker`: for bounds, where the side
   * that the mutant has is compared with the side of the original, in numbers.
   */
  readonly kind?: "depth" | "shape" | "weaker";
  /** Symbols of the equation, drawn at random, that stand for any expression. */
  readonly any?: readonly string[];
}

/** A rule read in one model. */
export interface Rule {
  readonly data: RuleData;
  readonly typed: TypedEquation;
  readonly rewritings: readonly Rewriting[];
}

/** Reads a rule in a model; it must have been found to hold there before it excuses anything. */
export function readRule(data: RuleData, model: Model): Rule {
  const { typed } = check(data.tex, model);
  const any = data.any ?? [];
  const rewritings = canonicalChains(typed).flatMap(({ sides }) =>
    sides
      // A bare number would be found everywhere.
      .filter(({ kind }) => kind !== "number")
      .flatMap((from) =>
        sides.filter((to) => to !== from).map((to): Rewriting => ({ model, any, from, to })),
      ),
  );
  return { data, typed, rewritings };
}

/**
 * The first rule that excuses a mutant which holds: one application of it leads from the one to the other, or
 * the mutant is an instance of the rule itself.
 */
export function excuse(
  original: TypedEquation,
  mutant: TypedEquation,
  rules: readonly Rule[],
  holds: (tex: string) => boolean,
): Rule | undefined {
  const special = rules.find(
    ({ data: { kind } }) =>
      (kind === "depth" && lostOnlyDepth(original, mutant)) ||
      (kind === "shape" && hasTheSameShape(original, mutant)) ||
      (kind === "weaker" && isWeaker(original, mutant, holds)),
  );
  if (special) return special;
  const wanted = new Set(canonicalChains(original).map(chainKey));
  const known = conditionKeys(mutant.equation.conditions);
  const chains = canonicalChains(mutant).filter((chain) => !wanted.has(chainKey(chain)));
  const applicable = rules.filter(
    ({ typed, data }) =>
      !data.kind && conditionKeys(typed.equation.conditions).every((one) => known.includes(one)),
  );
  // Where only a condition was lost, the rule must say the whole without it.
  if (chains.length === 0) {
    return applicable.find((rule) =>
      canonicalChains(mutant).every((chain) => isInstance(rule, chain)),
    );
  }
  return applicable.find((rule) =>
    chains.every(
      (chain) =>
        leadsTo(rule, chain, wanted) ||
        canonicalChains(original).some((one) => leadsTo(rule, one, new Set([chainKey(chain)]))) ||
        isInstance(rule, chain),
    ),
  );
}

const leadsTo = (rule: Rule, chain: Chain, wanted: ReadonlySet<string>): boolean =>
  rule.rewritings.some((rewriting) =>
    chain.sides.some((side, at) =>
      rewritesOf(rewriting, side).some((one) =>
        wanted.has(chainKey({ ...chain, sides: replaced(chain.sides, at, one) })),
      ),
    ),
  );

/** The mutant says of two sides what the rule says of two of its own, with other letters. */
function isInstance({ rewritings: [first], typed }: Rule, { sides, relations }: Chain): boolean {
  const [pattern] = canonicalChains(typed);
  const [left, right] = sides;
  if (!first || !pattern || !left || !right || sides.length > 2) return false;
  if (pattern.relations.some((one) => one !== relations[0])) return false;
  return pattern.sides.some((one) =>
    match(first, one, left).some((binding) =>
      pattern.sides.some(
        (other) => other !== one && match(first, other, right, binding).length > 0,
      ),
    ),
  );
}

/** Whether what the mutant changed is true, or the same, by the laws of arithmetic alone. */
export function saysTheSame(original: TypedEquation, mutant: TypedEquation): boolean {
  if (equationKey(original) === equationKey(mutant)) return true;
  const wanted = new Set(canonicalChains(original).map(chainKey));
  const changed = canonicalChains(mutant).filter((chain) => !wanted.has(chainKey(chain)));
  return changed.length > 0 && changed.every(saysNothing);
}
