import type { TypedClaim, TypedEquation } from "../../language/index.ts";
import { Program } from "../compile/program.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import { compileSides } from "../judge/compare.ts";
import { placesOf } from "../judge/places.ts";
import { MAX_LAYERS } from "./reader.ts";

/** What a network would need for the equation to have a place, as the end of a sentence; may be empty. */
export function needOf(program: Program, typed: TypedEquation): string {
  const depth = program.network.counts.L ?? 0;
  if (hasPlace(trial(program, depth, 3), typed)) return ": it needs more neurons in a layer";
  for (let layers = depth + 1; layers <= MAX_LAYERS; layers += 1) {
    if (!hasPlace(trial(program, layers, 3), typed)) continue;
    if (depth === 2 && layers === 3) return ": it needs a hidden layer";
    return `: it needs ${layers} layers, and this network has ${depth}`;
  }
  return "";
}

function trial({ model, network }: Program, layers: number, width: number): Program {
  const widths = Object.keys(network.widths).map((name) => [name, Array(layers).fill(width)]);
  return new Program(model, {
    ...network,
    counts: { ...network.counts, L: layers },
    widths: Object.fromEntries(widths) as Record<string, number[]>,
    given: new Map(),
  });
}

function hasPlace(program: Program, typed: TypedEquation): boolean {
  return typed.claims.some((claim) => {
    try {
      const places = placesOf(program, claim.free, typed.conditions);
      return places.some((letters) => compiles(program, claim, letters));
    } catch (error) {
      if (error instanceof Stop || error instanceof Absent) return false;
      throw error;
    }
  });
}

function compiles(
  program: Program,
  claim: TypedClaim,
  letters: ReadonlyMap<string, number>,
): boolean {
  try {
    compileSides(program, claim, letters);
    return true;
  } catch (error) {
    if (error instanceof Absent) return false;
    throw error;
  }
}
