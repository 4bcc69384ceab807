import type { Condition, TypedEquation } from "../../language/index.ts";
import type { Program } from "../compile/program.ts";

/** A displayed equation of a page; the build has read and checked it. */
export interface PageClaim {
  readonly key: string;
  readonly model: string;
  /** What the reader calls it: "Equation 2"; absent for an unnamed one. */
  readonly name?: string | undefined;
  readonly typed: TypedEquation;
}

/** What of an equation's conditions this network does not meet, in a sentence; undefined for nothing. */
export function unmetSentence(
  program: Program,
  conditions: readonly Condition[],
): string | undefined {
  const { counts, choices, widths } = program.network;
  const stated: string[] = [];
  const yours: string[] = [];
  for (const one of conditions) {
    if (one.kind === "count" && counts[one.name] !== one.value) {
      const has = counts[one.name];
      stated.push(`${one.name} = ${one.value}`);
      yours.push(one.name === "L" ? `has ${has} layers` : `has ${one.name} = ${has}`);
    }
    if (one.kind === "function" && choices[one.name]?.name !== one.choice) {
      stated.push(`${one.name} = ${one.choice}`);
      yours.push(`has ${one.name} = ${choices[one.name]?.name}`);
    }
  }
  if (Object.keys(widths).length === 0 && isWide(program)) {
    stated.push("one neuron in each layer");
    yours.push("has more");
  }
  if (stated.length === 0) return undefined;
  return `Stated for ${stated.join(" and ")}; the present network ${yours.join(" and ")}.`;
}

/** A model without widths cannot hold the numbers of a network that has more than one neuron somewhere. */
const isWide = (program: Program): boolean =>
  [...program.network.given.values()].some((values) => values.length > 1);
