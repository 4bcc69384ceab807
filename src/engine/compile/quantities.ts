import type {
  Affine,
  Block,
  Definition,
  SymbolDeclaration,
  SymbolNode,
} from "../../language/index.ts";
import { definitionsOf, isCount, lettersOf, minus, evaluateAffine } from "../../language/index.ts";
import { valueKey, valuesOf } from "../network.ts";
import { compile } from "./compile.ts";
import type { Letters, Program } from "./program.ts";
import { Absent } from "./refusal.ts";

/**
 * The slots of one member of a family, compiled from its definition or drawn as a given. `written` are the
 * labels as they stand, so that a sum without bounds can leave out what falls off the end of a family.
 */
export function quantity(
  program: Program,
  name: string,
  labels: readonly number[],
  written: SymbolNode["labels"] = [],
): Block {
  const declaration = program.model.symbols.get(name) as SymbolDeclaration;
  const key = valueKey(name, labels);
  const known = program.blocks.get(key);
  if (known) return known;
  refuseAbsent(program, declaration, labels, written);
  const block =
    ownLetters(() => define(program, declaration, labels)) ??
    drawGiven(program, declaration, labels, key);
  program.blocks.set(key, block);
  return block;
}

/** The letters of a definition are its own: a sum outside, over a letter of the same name, leaves nothing out. */
function ownLetters<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Absent ? new Absent(error.message) : error;
  }
}

/** E(x_r, y_r) or h(x): the definition that is applied to arguments, at these values of its letters. */
export function applied(program: Program, definition: Definition, letters: Letters): Block {
  const key = `${definition.source}|${[...letters].flat().join(",")}`;
  const known = program.blocks.get(key);
  if (known) return known;
  const block = program.inDefinition(() =>
    copied(program, compile(program, definition.body, letters)),
  );
  program.blocks.set(key, block);
  return block;
}

/** Lengths of the axes at these labels. */
export function dimensions(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
): number[] {
  const letters = new Map<string, number>();
  declaration.labels.forEach(({ kind }, at) => {
    for (const [name, one] of program.model.indices) {
      if (one === kind) letters.set(name, labels[at] ?? 0);
    }
  });
  return declaration.shape.map((size) => program.number(size, letters));
}

/** Every value that the labels of a family can take, first label slowest. */
export function members(program: Program, declaration: SymbolDeclaration): number[][] {
  return declaration.labels.reduce<number[][]>(
    (lists, { low, high }) => {
      const from = program.number(low, new Map());
      const to = program.number(high, new Map());
      const values = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      return lists.flatMap((list) => values.map((value) => [...list, value]));
    },
    [[]],
  );
}

function refuseAbsent(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
  written: SymbolNode["labels"],
): void {
  declaration.labels.forEach(({ place, low, high }, at) => {
    const value = labels[at] ?? Number.NaN;
    const from = program.number(low, new Map());
    const to = program.number(high, new Map());
    if (!(value >= from && value <= to)) {
      const label = place === "sub" ? written[at] : null;
      throw new Absent(
        `${declaration.name} has no member ${value}.`,
        label ? lettersOf(label) : [],
      );
    }
  });
}

function drawGiven(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
  key: string,
): Block {
  const sizes = dimensions(program, declaration, labels);
  const length = sizes.reduce((product, size) => product * size, 1);
  const values = valuesOf(program.network, key, length, declaration.domain);
  const block = toBlock(
    sizes,
    values.map((value) => program.tape.input(value)),
  );
  program.inputs.set(key, block);
  return block;
}

/** More than two axes are kept as rows of the first axis; such symbols are used with indices only. */
export function toBlock(sizes: readonly number[], slots: readonly number[]): Block {
  const [rows = 1, ...rest] = sizes;
  return { rows, columns: rest.reduce((product, size) => product * size, 1), slots };
}

/** Slots of its own for a computed quantity. */
const copied = (program: Program, block: Block): Block => ({
  ...block,
  slots: block.slots.map((slot) => program.tape.copy(slot)),
});

/** The most specific definition that fits the labels: a^{(1)} before a^{(k)}. */
function define(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
): Block | null {
  const candidates = definitionsOf(program.model, declaration.name, false)
    .map((definition) => ({ definition, letters: matchLabels(program, definition.target, labels) }))
    .filter(
      (one): one is { definition: Definition; letters: Map<string, number> } =>
        one.letters !== null,
    )
    .sort((one, other) => one.letters.size - other.letters.size);
  const [best] = candidates;
  if (!best) return defineApplied(program, declaration, labels);
  return copied(program, bodyOf(program, declaration, labels, best.definition, best.letters));
}

/** The literal 0 as a definition fills the whole quantity. */
function filled(block: Block, sizes: readonly number[]): Block {
  const length = sizes.reduce((product, size) => product * size, 1);
  const [only = 0] = block.slots;
  return block.slots.length === length ? block : toBlock(sizes, Array<number>(length).fill(only));
}

/** What a definition computes: its body as it stands, or entry by entry where the target has indices. */
export function bodyOf(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
  { target: { indices }, body }: Definition,
  letters: Letters,
): Block {
  const sizes = dimensions(program, declaration, labels);
  if (indices.length === 0) return filled(compile(program, body, letters), sizes);
  const names = indices.map((index) => index.terms[0]?.key ?? "");
  const entries = everyIndex(sizes).map((values) => {
    const at = new Map([
      ...letters,
      ...names.map((name, axis) => [name, values[axis] ?? 1] as const),
    ]);
    return compile(program, body, at).slots[0] as number;
  });
  return toBlock(sizes, entries);
}

/** E without arguments, where only E(x, y) is defined: the same thing. */
function defineApplied(
  program: Program,
  declaration: SymbolDeclaration,
  labels: readonly number[],
): Block | null {
  const [definition] = definitionsOf(program.model, declaration.name, true);
  return definition && labels.length === 0 ? applied(program, definition, new Map()) : null;
}

/** All index tuples 1 … size, the last fastest. */
export function everyIndex(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (lists, size) =>
      lists.flatMap((list) => Array.from({ length: size }, (_, at) => [...list, at + 1])),
    [[]],
  );
}

/** The letters for which the labels of a pattern take these values, or `null` where none do. */
export function matchLabels(
  program: Program,
  pattern: SymbolNode,
  labels: readonly number[],
): Map<string, number> | null {
  const letters = new Map<string, number>();
  for (const [at, label] of pattern.labels.entries()) {
    const value = labels[at];
    if (!label || value === undefined || !solve(program, label, value, letters)) return null;
  }
  return letters;
}

/** Solves `k + 1 = 3` for the one index letter in it. */
function solve(
  program: Program,
  label: Affine,
  value: number,
  letters: Map<string, number>,
): boolean {
  const name = lettersOf(label).find((one) => !isCount(program.model, one));
  if (name === undefined) return program.number(label, letters) === value;
  const coefficient = label.terms.find(({ key }) => key === name)?.coefficient ?? 1;
  const rest = minus(label, { constant: 0, terms: [{ key: name, coefficient }] });
  const known = evaluateAffine(rest, program.scope(letters));
  const solved = known === undefined ? Number.NaN : (value - known) / coefficient;
  if (!Number.isInteger(solved) || (letters.get(name) ?? solved) !== solved) return false;
  letters.set(name, solved);
  return true;
}
