import type { Affine, Condition, FreeIndex, Use } from "../../language/index.ts";
import { evaluateAffine, sameAffine } from "../../language/index.ts";
import type { Letters, Program } from "../compile/program.ts";
import { holdsIndex } from "../compile/reduce.ts";
import { Stop } from "../compile/refusal.ts";

/**
 * All values of the free index letters for which every symbol of the claim exists. A range that is
 * written must exist entirely.
 */
export function placesOf(
  program: Program,
  free: readonly FreeIndex[],
  shared: readonly Condition[],
): Letters[] {
  const conditions = [...shared, ...(free[0]?.conditions ?? [])];
  let places: Letters[] = [new Map()];
  for (const index of ordered(free)) {
    places = places.flatMap((place) =>
      valuesOf(program, index, place, conditions).map(
        (value) => new Map([...place, [index.name, value]]),
      ),
    );
  }
  return places.filter((place) =>
    conditions.every((one) => one.kind !== "index" || holdsOrForeign(program, one, place)),
  );
}

/** Letters on labels first: the length of an axis depends on the layer. */
const ordered = (free: readonly FreeIndex[]): FreeIndex[] =>
  [...free].sort((one, other) => Number(one.size !== null) - Number(other.size !== null));

function valuesOf(
  program: Program,
  index: FreeIndex,
  place: Letters,
  conditions: readonly Condition[],
): number[] {
  const size = index.size ? evaluateAffine(index.size, program.scope(place)) : undefined;
  const candidates =
    size === undefined
      ? labelValues(program, index)
      : Array.from({ length: Math.max(0, size) }, (_, at) => at + 1);
  program.step(index.uses[0]?.span ?? { start: 0, end: 0 }, candidates.length);
  const existing = candidates.filter((value) => {
    const at = new Map([...place, [index.name, value]]);
    return index.uses.every((use) => exists(program, use, at));
  });
  const range = conditions.find((one) => one.kind === "range" && one.index === index.name);
  if (range?.kind !== "range") return existing;
  const ends = [program.number(range.from, place), program.number(range.to, place)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  program.step(range.span, high - low);
  const wanted = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const missing = wanted.find((value) => !existing.includes(value));
  if (missing !== undefined) {
    const message = `The range that is written does not exist entirely: at ${index.name} = ${missing} a symbol has no place.`;
    throw new Stop(index.size ? "index" : "layer", message, range.span);
  }
  return wanted;
}

/** Values worth trying for a letter on labels: no label of the network is far outside its families. */
function labelValues(program: Program, index: FreeIndex): number[] {
  const none = program.scope(new Map());
  const ends = index.uses.flatMap(({ at, place }) => {
    if (place.kind !== "label") return [];
    const [low, high] = [evaluateAffine(place.low, none), evaluateAffine(place.high, none)];
    const reach = Math.abs(at.constant) + 2;
    return low === undefined || high === undefined ? [] : [low - reach, high + reach];
  });
  const widest = ends.length > 0 ? ends : [1, program.network.counts.L ?? 1];
  const low = Math.min(...widest);
  return Array.from({ length: Math.max(...widest) - low + 1 }, (_, at) => low + at);
}

/** Whether this use lies inside its family or axis; where a bound letter is involved, the sum decides. */
function exists(program: Program, use: Use, letters: Letters): boolean {
  const scope = program.scope(letters);
  const at = evaluateAffine(use.at, scope);
  const { place } = use;
  if (at === undefined || place.kind === "number") return true;
  if (place.kind === "axis") {
    const size = evaluateAffine(place.size, scope);
    return at >= 1 && (size === undefined || at <= size);
  }
  const low = evaluateAffine(place.low, scope);
  const high = evaluateAffine(place.high, scope);
  return low !== undefined && high !== undefined && at >= low && at <= high;
}

function holdsOrForeign(
  program: Program,
  one: Extract<Condition, { kind: "index" }>,
  place: Letters,
): boolean {
  const letters = [...one.condition.left.terms, ...one.condition.right.terms].map(({ key }) => key);
  const known = letters.every((name) => place.has(name) || name in program.network.counts);
  return !known || holdsIndex(program, one.condition, place);
}

/** "k = 2 … L−1": where a label letter runs, in symbols. */
export function describeRange(
  index: FreeIndex,
  conditions: readonly Condition[] = [],
): string | null {
  const written = [...conditions, ...(index.conditions ?? [])].find(
    (one) => one.kind === "range" && one.index === index.name,
  );
  if (written?.kind === "range") return describeSpan(index.name, written.from, written.to);
  const labels = index.uses.flatMap(({ at, place }) =>
    place.kind === "label" ? [{ at, place }] : [],
  );
  const spans = labels.flatMap(({ at, place }) => {
    const [term] = at.terms;
    const simple = at.terms.length === 1 && term?.coefficient === 1 && term.key === index.name;
    return simple ? [{ shift: at.constant, low: place.low, high: place.high }] : [];
  });
  if (spans.length === 0 || index.name.startsWith("·")) return null;
  const lows = spans.map(({ shift, low }) => ({ ...low, constant: low.constant - shift }));
  const highs = spans.map(({ shift, high }) => ({ ...high, constant: high.constant - shift }));
  const low = lows.reduce((best, one) => (large(one) > large(best) ? one : best));
  const high = highs.reduce((best, one) => (large(one) < large(best) ? one : best));
  return describeSpan(index.name, low, high);
}

/** The value with very many layers: which of two bounds is the tighter one. */
const large = (bound: Affine): number =>
  evaluateAffine(bound, { letter: () => 1000, width: () => 1000 }) ?? 0;

function describeSpan(name: string, one: Affine, other: Affine): string {
  const [low, high] = large(one) <= large(other) ? [one, other] : [other, one];
  return sameAffine(low, high)
    ? `${name} = ${print(low)}`
    : `${name} = ${print(low)} … ${print(high)}`;
}

function print(affine: Affine): string {
  const letters = affine.terms.map(({ key }) => key).join("+");
  if (!letters) return String(affine.constant);
  if (affine.constant === 0) return letters;
  return `${letters}${affine.constant < 0 ? "−" : "+"}${Math.abs(affine.constant)}`;
}
