import type { Arrangement, Memory } from "../primitive.ts";
import { Factor } from "./factor.ts";
import { Lists } from "./lists.ts";
import { multiply } from "./multiply.ts";

/** Numbers are multiplied one by one where it is fewer than this: there is nothing to be won. */
const FEWEST = 64;

/** A dot product: its slot, where its code begins, and the length of both factors. */
interface Dot {
  readonly slot: number;
  readonly begin: number;
  readonly length: number;
}

/** Dot products that are all the products of some lists with some others: a matrix product. */
interface Block {
  readonly lefts: number[];
  readonly rights: readonly number[];
  /** Row after row, a row for each left list. */
  readonly dots: Dot[];
}

/**
 * Dot products that share their operands, as the rows of a weight matrix do for all examples of a batch, are
 * computed together as matrix products. Nothing if there are none; what shares nothing is left over.
 */
export const products = (code: Int32Array): Arrangement | undefined => {
  const blocks = [...byLength(dotsOf(code))].flatMap(([length, dots]) => {
    const lists = new Lists(code, length);
    return [...blocksOf(lists, dots)].map((block) => ({ ...block, lists, length }));
  });
  const isLarge = ({ dots, length }: (typeof blocks)[number]): boolean =>
    dots.length > 1 && dots.length * length >= FEWEST;
  const steps = blocks
    .filter(isLarge)
    .map(({ lists, length, ...block }) => product(code, lists, block, length));
  if (steps.length === 0) return undefined;
  const left = blocks.filter((block) => !isLarge(block)).flatMap(({ dots }) => dots);
  const rest = left.flatMap(({ begin, length }) => [
    ...code.subarray(begin - 2, begin + 2 * length),
  ]);
  const run = (memory: Memory): void => {
    for (const step of steps) step(memory);
  };
  return { run, rest: Int32Array.from(rest) };
};

const dotsOf = (code: Int32Array): Dot[] => {
  const dots: Dot[] = [];
  for (let at = 0; at < code.length;) {
    const length = code[at + 1]! >> 1;
    dots.push({ slot: code[at]!, begin: at + 2, length });
    at += 2 + 2 * length;
  }
  return dots;
};

const byLength = (dots: readonly Dot[]): Map<number, Dot[]> => {
  const found = new Map<number, Dot[]>();
  for (const dot of dots) {
    const alike = found.get(dot.length);
    if (alike) alike.push(dot);
    else found.set(dot.length, [dot]);
  }
  return found;
};

/** Left lists that meet the same right lists make a block. */
const blocksOf = (lists: Lists, dots: readonly Dot[]): Iterable<Block> => {
  const rows = new Map<number, { rights: number[]; dots: Dot[] }>();
  for (const dot of dots) {
    const left = lists.find(dot.begin);
    const row = rows.get(left) ?? { rights: [], dots: [] };
    rows.set(left, row);
    row.rights.push(lists.find(dot.begin + dot.length));
    row.dots.push(dot);
  }
  const blocks = new Map<string, Block>();
  for (const [left, { rights, dots: own }] of rows) {
    const key = rights.join();
    const block = blocks.get(key) ?? { lefts: [], rights, dots: [] };
    blocks.set(key, block);
    block.lefts.push(left);
    block.dots.push(...own);
  }
  return blocks.values();
};

const product = (
  code: Int32Array,
  lists: Lists,
  { lefts, rights, dots }: Block,
  length: number,
): ((memory: Memory) => void) => {
  const factorOf = (side: readonly number[]): Factor =>
    new Factor(
      code,
      side.map((list) => lists.begin(list)),
      length,
    );
  // Columns are taken by fours, so the side with more lists gives the columns.
  const isTurned = lefts.length > rights.length;
  const [left, right] = (isTurned ? [rights, lefts] : [lefts, rights]).map(factorOf) as [
    Factor,
    Factor,
  ];
  const slots = dots.map(({ slot }) => slot);
  const targets = Int32Array.from(isTurned ? transposed(slots, rights.length) : slots);
  return ({ values }) =>
    multiply(
      left.gather(values),
      left.starts,
      right.gather(values),
      right.starts,
      length,
      values,
      targets,
    );
};

const transposed = (entries: readonly number[], columns: number): number[] => {
  const rows = entries.length / columns;
  return entries.map((_, at) => entries[(at % rows) * columns + Math.floor(at / rows)]!);
};
