import type { Affine, Model, SymbolDeclaration } from "../../language/index.ts";
import type { Program } from "../compile/program.ts";
import { dimensions } from "../compile/quantities.ts";
import { bareLetter, canonicalName, isCount, lettersOf } from "../../language/index.ts";
import { valueKey } from "../network.ts";
import type { Constraints } from "./draws.ts";

/** Numbers by the TeX of their symbol: an array, or arrays by label for a family. */
export type Nested = number | readonly Nested[];
export type GivenData = Readonly<Record<string, Nested | Readonly<Record<string, Nested>>>>;

/** All numbers of a program's network in the form that can be given again. */
export function givenOf(model: Model, program: Program): GivenData {
  const data: Record<string, Nested | Record<string, Nested>> = {};
  for (const [key, block] of program.inputs) {
    const [name = "", labels] = key.split("|");
    const values = block.slots.map((slot) => program.tape.value(slot));
    const declaration = model.symbols.get(name);
    const at = labels === undefined ? [] : labels.split(",").map(Number);
    const nested = nest(values, declaration ? dimensions(program, declaration, at) : []);
    if (labels === undefined) data[name] = nested;
    else
      (data[name] ??= {} as Record<string, Nested>)[labels as keyof (typeof data)[string]] =
        nested as never;
  }
  return { ...data, ...unseenCounts(model, program) };
}

/** Counts that no given array shows by its length, such as the last time T. */
function unseenCounts(model: Model, program: Program): Record<string, number> {
  const seen = [...program.inputs.keys()].flatMap((key) =>
    (model.symbols.get(key.split("|")[0] ?? "")?.shape ?? []).flatMap(lettersOf),
  );
  return Object.fromEntries(
    Object.entries(program.network.counts).filter(([name]) => name !== "L" && !seen.includes(name)),
  );
}

/** Row-major numbers as arrays in arrays, one level for each axis; a single number where there is none. */
function nest(values: readonly number[], lengths: readonly number[]): Nested {
  if (lengths.length === 0) return values[0] as number;
  return lengths
    .slice(1)
    .reduceRight<Nested[]>((inner, length) => rowsOf(inner, length), [...values]);
}

export const rowsOf = <Entry>(values: readonly Entry[], columns: number): Entry[][] =>
  Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );

interface Member {
  readonly declaration: SymbolDeclaration;
  readonly label: number | null;
  readonly lengths: readonly number[];
  readonly values: readonly number[];
}

/**
 * Reads given numbers: which sizes they imply and what they set. Sizes follow from the numbers, then from
 * `sizes`, then from the model; every conflict is a sentence with the symbol's name.
 */
export function readGiven(
  model: Model,
  data: unknown,
  sizes?: readonly number[],
): { constraints: Pick<Constraints, "counts" | "widths" | "given">; problems: string[] } {
  const problems: string[] = [];
  const constants = new Map<string, number[]>();
  const counts: Record<string, number> = {};
  const members = collect(model, data, problems, constants, counts);
  const [widthName] = Object.keys(model.judge.widths);
  countLabels(model, members, counts);
  if (widthName && sizes) {
    if (counts.L !== undefined && counts.L > sizes.length) {
      problems.push(
        `The given numbers need ${counts.L} layers, but the sizes name ${sizes.length}.`,
      );
    }
    counts.L = sizes.length;
  }
  const judged = widthName ? (model.judge.widths[widthName] ?? []) : [];
  const depth = counts.L ?? model.judge.counts.L ?? judged.length;
  const found = widthsFrom(members, depth, counts, problems);
  const widths: Record<string, readonly number[]> = {};
  if (widthName && (found.size > 0 || sizes || counts.L !== undefined)) {
    widths[widthName] = Array.from({ length: depth }, (_, at) => {
      const known = found.get(at + 1);
      const asked = sizes?.[at];
      if (known !== undefined && asked !== undefined && known !== asked) {
        problems.push(`n_${at + 1} is ${known} by the given numbers, but ${asked} by the sizes.`);
      }
      return known ?? asked ?? judged[at % judged.length] ?? 1;
    });
  }
  const given = new Map<string, readonly number[]>(constants);
  for (const { declaration, label, values } of members) {
    given.set(valueKey(declaration.name, label === null ? [] : [label]), values);
  }
  return { constraints: { counts, widths, given }, problems };
}

/**
 * The last member of a family stands at its upper end: θ^{(2)} of 1 … L−1 means L = 3. One member alone
 * says so only where the target fits it; else the others are drawn in a network of the model's depth.
 */
function countLabels(
  model: Model,
  members: readonly Member[],
  counts: Record<string, number>,
): void {
  const target = members.find(({ declaration }) => declaration.shape.some(isLastWidth));
  for (const { declaration, label, lengths } of members) {
    const range = declaration.labels[0];
    const [term] = range?.high.terms ?? [];
    if (!range || !term || label === null) continue;
    const reached = label - range.high.constant;
    const alone = members.filter((one) => one.declaration === declaration).length === 1;
    const fits = target !== undefined && target.lengths[0] === lengths[0];
    const judged = model.judge.counts[term.key] ?? 0;
    if (alone && !fits && reached <= judged) continue;
    counts[term.key] = Math.max(counts[term.key] ?? 0, reached);
  }
}

function collect(
  model: Model,
  data: unknown,
  problems: string[],
  constants: Map<string, number[]>,
  counts: Record<string, number>,
): Member[] {
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    problems.push(
      'Given numbers are an object: a symbol and its array, such as {"x": [0.05, 0.1]}.',
    );
    return [];
  }
  const members: Member[] = [];
  for (const [name, value] of Object.entries(data)) {
    const key = canonicalName(name, model);
    const declaration = model.symbols.get(key);
    if (!declaration && model.constants.has(key)) {
      if (model.constants.get(key)?.value !== undefined)
        problems.push(`${name} has a fixed value.`);
      else if (typeof value === "number" && Number.isFinite(value)) constants.set(key, [value]);
      else problems.push(`${name} is a number.`);
      continue;
    }
    if (!declaration && isCount(model, key)) {
      if (typeof value === "number" && Number.isInteger(value) && value > 0) counts[key] = value;
      else problems.push(`${name} is a whole number from 1 on.`);
    } else if (!declaration) {
      problems.push(`${name} is not a symbol of the model ${model.name}.`);
    } else if (declaration.role === "computed") {
      problems.push(`${name} is computed by the model; it cannot be given.`);
    } else {
      members.push(...membersOf(declaration, value, problems));
    }
  }
  return members;
}

function membersOf(declaration: SymbolDeclaration, value: unknown, problems: string[]): Member[] {
  const { name, labels, shape } = declaration;
  const isFamily = labels.length > 0;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isFamily !== isObject) {
    problems.push(
      isFamily
        ? `${name} is a family: give its arrays by ${labels[0]?.kind}, such as {"1": …}.`
        : `${name} is no family: give its array itself.`,
    );
    return [];
  }
  const entries: [number | null, unknown][] = isFamily
    ? Object.entries(value as object).map(([label, array]) => [Number(label), array])
    : [[null, value]];
  return entries.flatMap(([label, array]) => {
    const full = label === null ? name : `${name}^{(${label})}`;
    if (label !== null && !(Number.isInteger(label) && label >= 1)) {
      const kind = labels[0]?.kind ?? "label";
      problems.push(`The arrays of ${name} are named by ${kind}, 1 or more.`);
      return [];
    }
    const lengths = lengthsOf(array);
    if (!lengths || lengths.length !== shape.length) {
      const wanted = [
        "a number",
        "an array of numbers",
        "an array of equally long rows of numbers",
      ][shape.length];
      problems.push(`${full} must be ${wanted ?? "nested arrays of numbers"}.`);
      return [];
    }
    return [{ declaration, label, lengths, values: [array].flat(9) as number[] }];
  });
}

/** Lengths of nested arrays of finite numbers, or `null` where they are ragged or hold anything else. */
function lengthsOf(value: unknown): number[] | null {
  if (typeof value === "number") return Number.isFinite(value) ? [] : null;
  if (!Array.isArray(value) || value.length === 0) return null;
  const inner = value.map(lengthsOf);
  const [first] = inner;
  const regular = first && inner.every((one) => one && one.join() === first.join());
  return regular ? [value.length, ...first] : null;
}

/** Each length that a given array has says what a width must be. */
function widthsFrom(
  members: readonly Member[],
  depth: number,
  counts: Record<string, number>,
  problems: string[],
): Map<number, number> {
  const widths = new Map<number, { value: number; by: string }>();
  for (const { declaration, label, lengths } of members) {
    const by = label === null ? declaration.name : `${declaration.name}^{(${label})}`;
    declaration.shape.forEach((size, axis) => {
      const length = lengths[axis] ?? 0;
      const layer = layerOf(size, label, depth);
      if (layer === null) {
        countLength({ size, length, by }, counts, problems);
        return;
      }
      const value = length - size.constant;
      const known = widths.get(layer);
      if (known && known.value !== value) {
        problems.push(`n_${layer} is ${known.value} by ${known.by}, but ${value} by ${by}.`);
      } else if (layer < 1 || layer > depth) {
        problems.push(`${by} needs layer ${layer}, and there are ${depth} layers.`);
      } else {
        widths.set(layer, { value, by });
      }
    });
  }
  return new Map([...widths].map(([layer, { value }]) => [layer, value]));
}

/** An axis of length m, N or 2M says how large that count is. */
function countLength(
  { size, length, by }: { size: Affine; length: number; by: string },
  counts: Record<string, number>,
  problems: string[],
): void {
  const [term] = size.terms;
  if (!term || term.width || size.terms.length > 1) return;
  const value = (length - size.constant) / term.coefficient;
  const known = counts[term.key] ?? value;
  if (known !== value) problems.push(`${term.key} is ${known}, but ${value} by ${by}.`);
  else if (value >= 1 && Number.isInteger(value)) counts[term.key] = value;
  else problems.push(`${by} has ${length} entries, so ${term.key} would be ${value}.`);
}

const isLastWidth = ({ terms }: Affine): boolean =>
  terms[0]?.width !== undefined && bareLetter(terms[0].width.at) === "L";

/** The layer whose width this length is. */
function layerOf(size: Affine, label: number | null, depth: number): number | null {
  const [term] = size.terms;
  if (!term?.width || size.terms.length !== 1) return null;
  return term.width.at.terms.reduce(
    (sum, { key, coefficient }) => sum + coefficient * (key === "L" ? depth : (label ?? 0)),
    term.width.at.constant,
  );
}
