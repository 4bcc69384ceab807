import type { Equation, Model } from "../language/index.ts";
import { printEquation } from "../language/index.ts";
import type { Edit } from "./edit.ts";
import { edits } from "./edits/index.ts";
import { placesOf, withChain } from "./places.ts";
import { settle } from "./settle.ts";

/** An equation with one edit. */
export interface Mutant {
  readonly edit: string;
  readonly tex: string;
  readonly equation: Equation;
}

/**
 * Every equation that one edit makes of a checked one, each once: what prints alike is made by the first
 * kind of edit that finds it.
 */
export function mutantsOf(
  equation: Equation,
  model: Model,
  kinds: readonly Edit[] = edits,
): Mutant[] {
  const seen = new Set([printEquation(settle(equation, model))]);
  const places = placesOf(equation);
  return kinds.flatMap((kind) => {
    const made: Equation[] = places.flatMap((place) =>
      (kind.nodes?.(place.node, { model, place }) ?? []).map(place.put),
    );
    equation.chains.forEach((chain, at) => {
      for (const one of kind.chains?.(chain, model) ?? []) made.push(withChain(equation, at, one));
    });
    for (const conditions of kind.conditions?.(equation) ?? []) {
      made.push({ ...equation, conditions });
    }
    return made.flatMap((one) => {
      const settled = settle(one, model);
      const tex = printEquation(settled);
      if (seen.has(tex)) return [];
      seen.add(tex);
      return [{ edit: kind.name, tex, equation: settled }];
    });
  });
}
