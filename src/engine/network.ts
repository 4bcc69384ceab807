import type { Model } from "../language/index.ts";
import { drawFrom } from "./domains.ts";
import { random } from "./random.ts";

/** Sizes, functions and numbers: all that turns a model into a program on concrete values. */
export interface Network {
  /** L, m, T. */
  readonly counts: Readonly<Record<string, number>>;
  /** n_1 … n_L, by the width's letter. */
  readonly widths: Readonly<Record<string, readonly number[]>>;
  /** The activation chosen for each function of the model: g(z) = f(slope · z) with f of the engine's table. */
  readonly choices: Readonly<Record<string, Choice>>;
  readonly seed: string;
  /** Numbers that are set, row-major, by `valueKey`; all others are drawn from the seed. */
  readonly given: ReadonlyMap<string, readonly number[]>;
}

export interface Choice {
  readonly name: string;
  readonly slope: number;
}

/** The name under which the numbers of one member of a family are kept: `\theta|2`. */
export const valueKey = (name: string, labels: readonly number[]): string =>
  labels.length > 0 ? `${name}|${labels.join(",")}` : name;

/**
 * Numbers of one given quantity: what was set, else a draw that depends on the seed and the name alone,
 * never on the order of asking.
 */
export function valuesOf(
  network: Network,
  key: string,
  length: number,
  domain: string,
): readonly number[] {
  const known = network.given.get(key);
  if (known) return known;
  return drawFrom(domain, random(`${network.seed}/${key}`), length);
}

/** The value of a declared constant: fixed, or a small positive number from the seed. */
export function constantOf(network: Network, model: Model, name: string): number {
  const set = network.given.get(name)?.[0];
  if (set !== undefined) return set;
  return (
    model.constants.get(name)?.value ?? 0.05 + 0.2 * random(`${network.seed}/${name}`).uniform()
  );
}
