import type { TypedClaim, TypedEquation } from "../../language/index.ts";
import type { Letters, Rate } from "../compile/program.ts";
import { compile } from "../compile/compile.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import type { Reading, Sides } from "../judge/compare.ts";
import { compileSides, FAILS, HOLDS, readings } from "../judge/compare.ts";
import { placesOf } from "../judge/places.ts";
import { unmetSentence } from "./conditions.ts";
import type { LiveProgram } from "./live-program.ts";
import { needOf } from "./need.ts";

/** One relation at one place: both sides as slots. */
export interface LivePlace {
  readonly claim: TypedClaim;
  /** Values of the free index letters, in the order of the claim. */
  readonly letters: Letters;
  readonly sides: Sides;
  /** All slots met in computing either side: among them are the outcomes whose derivatives are shown. */
  readonly met: readonly number[];
  /** Every ∂ and ∇ that is written in it. */
  readonly rates: readonly Rate[];
}

export type HereState =
  | "equal"
  | "nearly equal"
  | "differs"
  | "kink"
  | "shape"
  | "order"
  | "value"
  | "no place"
  | "unmet"
  | "not run";

/** How an equation stands on the present network. */
export interface Here {
  readonly state: HereState;
  /** Why it was not run, in a sentence; empty where it was. */
  readonly sentence: string;
  /** Scalar comparisons. */
  readonly places: number;
  /** The largest relative distance between the sides now. */
  readonly distance: number;
}

const KINK = 1e-7;
const nothing = { sentence: "", places: 0, distance: 0 };

/** An equation of the page on the reader's network. Its places are compiled once; its numbers follow the tape. */
export class LiveEquation {
  readonly program: LiveProgram;
  readonly typed: TypedEquation;
  readonly places: readonly LivePlace[];
  readonly #refusal: Here | null;
  readonly #isValue: boolean;

  constructor(program: LiveProgram, typed: TypedEquation, name: string | undefined) {
    this.program = program;
    this.typed = typed;
    this.#isValue = typed.claims.every(({ sides }) => sides.length === 1);
    let places: LivePlace[] = [];
    let refusal: Here | null = null;
    const unmet = unmetSentence(program, typed.conditions);
    if (unmet !== undefined) refusal = { ...nothing, state: "unmet", sentence: unmet };
    else {
      try {
        program.restart();
        places = typed.claims.flatMap((claim) => compilePlaces(program, typed, claim));
        if (places.length === 0 && !this.#claimsShapes()) refusal = noPlace(program, typed, name);
      } catch (error) {
        if (!(error instanceof Stop) && !(error instanceof Absent)) throw error;
        const isPlace = error instanceof Absent || ["layer", "index"].includes(error.code);
        refusal = isPlace
          ? noPlace(program, typed, name)
          : { ...nothing, state: "not run", sentence: error.message };
      }
    }
    this.places = places;
    this.#refusal = refusal;
  }

  /** Every entry of a place with its present numbers. */
  readings({ sides, claim }: LivePlace): Reading[] {
    const limit = claim.order ? Number.POSITIVE_INFINITY : HOLDS;
    return this.#closeReadings(sides, limit) ?? readings(this.program, sides);
  }

  /** The readings where both sides are as good as equal: then nothing need be known of rounding. */
  #closeReadings({ left, right }: Sides, limit: number): Reading[] | null {
    const { tape } = this.program;
    const like = left.slots.length >= right.slots.length ? left : right;
    const found: Reading[] = [];
    for (let at = 0; at < like.slots.length; at += 1) {
      // The literal 0 stands for a zero of any shape.
      const one = tape.value(left.slots[left.slots.length === 1 ? 0 : at]!);
      const other = tape.value(right.slots[right.slots.length === 1 ? 0 : at]!);
      const gap = Math.abs(one - other);
      const distance = gap === 0 ? 0 : gap / Math.max(Math.abs(one), Math.abs(other));
      if (!(distance <= limit)) return null;
      const entry = [Math.floor(at / like.columns) + 1, (at % like.columns) + 1] as const;
      const values = { left: one, right: other, distance };
      found.push({ ...values, isBlurred: false, isVoid: false, entry });
    }
    return found;
  }

  /** How the equation stands now. */
  here(): Here {
    if (this.#refusal) return this.#refusal;
    if (this.places.length === 0) return { ...nothing, state: "shape" };
    let count = 0;
    let distance = 0;
    for (const place of this.places) {
      const entries = this.readings(place);
      count += entries.length;
      for (const one of entries) distance = worse(distance, one.distance);
    }
    return { sentence: "", places: count, distance, state: this.#stateAt(distance) };
  }

  #stateAt(distance: number): HereState {
    if (this.#isValue) return "value";
    if (this.places.some(({ claim }) => claim.order)) return "order";
    if (distance <= HOLDS) return "equal";
    if (this.#isAtKink()) return "kink";
    return distance > FAILS || Number.isNaN(distance) ? "differs" : "nearly equal";
  }

  #isAtKink(): boolean {
    const { kinks, tape } = this.program;
    return kinks.some(({ slot, at }) => Math.abs(tape.value(slot) - at) < KINK);
  }

  #claimsShapes(): boolean {
    return this.typed.claims.some(({ chain }) => chain.relations.includes("\\in"));
  }
}

/** NaN is worse than any number. */
const worse = (one: number, other: number): number =>
  Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : Math.max(one, other);

/** All places of a claim on this network; a value has its number on both sides. */
function compilePlaces(program: LiveProgram, typed: TypedEquation, claim: TypedClaim): LivePlace[] {
  return placesOf(program, claim.free, typed.conditions).flatMap((letters) => {
    try {
      const { result, met, rates } = program.record(() => sidesOf(program, claim, letters));
      return result.map((sides) => ({ claim, letters, sides, met, rates }));
    } catch (error) {
      if (error instanceof Absent) return [];
      throw error;
    }
  });
}

function sidesOf(program: LiveProgram, claim: TypedClaim, letters: Letters): Sides[] {
  const [only] = claim.sides;
  if (claim.sides.length > 1 || !only) return compileSides(program, claim, letters);
  const block = compile(program, only, letters);
  return [{ relation: "", at: 0, left: block, right: block }];
}

function noPlace(program: LiveProgram, typed: TypedEquation, name: string | undefined): Here {
  const need = needOf(program, typed);
  const who = name ?? "This equation";
  return { ...nothing, state: "no place", sentence: `${who} has no place here${need}.` };
}
