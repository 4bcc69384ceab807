import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { readGiven, UNCONSTRAINED, type Constraints, type Verdict } from "../engine/index.ts";
import type { Model } from "../language/index.ts";

/** A network that hides faults: all weights 0, one neuron in each layer and one example, g = relu. */
export type Blind = "zero" | "ones" | "relu";

/** One row of `content/corpus/gradient-check-mutants.yaml`: a wrong backward pass that people write. */
export interface BackwardMutant {
  readonly mutant: string;
  readonly model?: string;
  /** Spellings, each with the verdict on the judging networks (default: fails). */
  readonly wrong: readonly { readonly tex: string; readonly verdict?: Verdict }[];
  readonly right: string;
  /** What a numeric gradient check was measured to say there: seen, not seen, a shape error. */
  readonly seen: Partial<Record<Blind, "+" | "-" | "S">>;
  /** The verdict on the first wrong spelling there. */
  readonly blind: Partial<Record<Blind, Verdict>>;
}

const FILE = resolve(import.meta.dirname, "../../content/corpus/gradient-check-mutants.yaml");

export const readBackwardMutants = (): BackwardMutant[] =>
  parse(readFileSync(FILE, "utf8")) as BackwardMutant[];

/** Such a network, as constraints on the draws. */
export function blindNetwork(model: Model, kind: Blind): Constraints {
  if (kind === "relu") return { ...UNCONSTRAINED, choices: { g: "relu" } };
  const sizes = kind === "ones" ? [1, 1, 1, 1] : [3, 5, 4, 2];
  const zeros = Object.fromEntries(
    sizes.slice(1).map((rows, at) => [at + 1, Array(rows).fill(Array(sizes[at]).fill(0))]),
  );
  const data = kind === "zero" ? { "\\theta": zeros } : {};
  const { constraints, problems } = readGiven(model, data, sizes);
  if (problems.length > 0) throw new Error(problems.map(String).join(" "));
  const examples: Record<string, number> =
    kind === "ones" && "m" in model.judge.counts ? { m: 1 } : {};
  return { ...UNCONSTRAINED, ...constraints, counts: { ...constraints.counts, ...examples } };
}
