import type { Equation, Model } from "../language/index.ts";
import { printEquation } from "../language/index.ts";
import { placesOf } from "./places.ts";
import { spellings } from "./respellings/index.ts";
import type { Spelling } from "./respellings/spelling.ts";
import { settle } from "./settle.ts";

/** An equation written otherwise. */
export interface Respelling {
  readonly spelling: string;
  readonly tex: string;
}

/** Every re-spelling of a checked equation, each once. */
export function respellingsOf(
  equation: Equation,
  model: Model,
  kinds: readonly Spelling[] = spellings,
): Respelling[] {
  const house = printEquation(settle(equation, model));
  const seen = new Set([house, equation.source]);
  // Left of ← stands the quantity that is updated and nothing around it.
  const targets = equation.chains.flatMap(({ sides, relations }) =>
    sides.filter((_, at) => relations[at] === "\\leftarrow"),
  );
  const places = placesOf(equation).filter(({ node }) => !targets.includes(node));
  return kinds.flatMap((kind) => {
    const trees: Equation[] = [
      ...places.flatMap((place) =>
        (kind.nodes?.(place.node, { model, place }) ?? []).map(place.put),
      ),
      ...(kind.equation?.(equation) ?? []),
    ];
    const texts = [
      ...trees.map((one) => printEquation(settle(one, model))),
      ...(kind.text?.(house) ?? []),
    ];
    return texts.flatMap((tex) => {
      if (seen.has(tex)) return [];
      seen.add(tex);
      return [{ spelling: kind.name, tex }];
    });
  });
}
