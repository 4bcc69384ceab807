import { random } from "../random.ts";

/** A network that a reader made: sizes, g, a seed for all numbers, and the numbers that were changed by hand. */
export interface Reader {
  /** n_1 … n_L. */
  readonly sizes: readonly number[];
  readonly g: string;
  /** `pocket`, or the seed from which every number is drawn. */
  readonly seed: string;
  /** By `positionKey`; positions outside the present sizes are kept, so that growing again brings them back. */
  readonly edits: ReadonlyMap<string, number>;
}

export const MIN_LAYERS = 2;
export const MAX_LAYERS = 6;
export const MAX_WIDTH = 8;
/** Larger numbers saturate every g and say nothing. */
export const MAX_NUMBER = 1000;
export const ACTIVATIONS = ["tanh", "sigmoid", "softplus", "identity", "relu"] as const;
export const POCKET_SEED = "pocket";

/** The numbers of the network that the book's examples use, by the key of a tensor, row-major. */
export interface Pocket {
  readonly sizes: readonly number[];
  readonly g: string;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

/** One array of given numbers on the present sizes. */
export interface Tensor {
  /** As the engine names it: `\theta|2`, `b|1`, `x`. */
  readonly key: string;
  readonly letter: "x" | "y" | "b" | "theta";
  /** Layer label of θ and b. */
  readonly layer: number | null;
  readonly rows: number;
  readonly columns: number;
}

/** All arrays that a reader may change, in the order x, θ¹, b¹, θ², … , y. */
export function tensorsOf(sizes: readonly number[]): Tensor[] {
  const [first = 1] = sizes;
  const between = sizes.slice(1).flatMap((rows, at): Tensor[] => {
    const layer = at + 1;
    return [
      { key: `\\theta|${layer}`, letter: "theta", layer, rows, columns: sizes[at] ?? 1 },
      { key: `b|${layer}`, letter: "b", layer, rows, columns: 1 },
    ];
  });
  return [
    { key: "x", letter: "x", layer: null, rows: first, columns: 1 },
    ...between,
    { key: "y", letter: "y", layer: null, rows: sizes.at(-1) ?? 1, columns: 1 },
  ];
}

/** Row and column count from 0. */
export const positionKey = (key: string, row: number, column: number): string =>
  `${key}@${row},${column}`;

/** The network of the book's worked numbers, unchanged. */
export const pocketReader = (pocket: Pocket): Reader => ({
  sizes: pocket.sizes,
  g: pocket.g,
  seed: POCKET_SEED,
  edits: new Map(),
});

/** Whether nothing at all differs from the book's own network. */
export const isPocket = (reader: Reader, pocket: Pocket): boolean =>
  reader.seed === POCKET_SEED &&
  reader.g === pocket.g &&
  reader.sizes.join() === pocket.sizes.join() &&
  ![...reader.edits.keys()].some((position) => isWithin(reader.sizes, position));

/** The edits that have a place on the present sizes. */
export const editsWithin = (reader: Reader): [string, number][] =>
  [...reader.edits].filter(([position]) => isWithin(reader.sizes, position));

function isWithin(sizes: readonly number[], position: string): boolean {
  const [key = "", place = ""] = position.split("@");
  const [row = 0, column = 0] = place.split(",").map(Number);
  const tensor = tensorsOf(sizes).find((one) => one.key === key);
  return tensor !== undefined && row < tensor.rows && column < tensor.columns;
}

/** The number that stands at a position before any edit. It does not depend on the sizes, so that a
 * network that grows keeps what it has. Two decimals, never 0. */
export function seededNumber(
  reader: Reader,
  pocket: Pocket,
  key: string,
  row: number,
  column: number,
): number {
  if (reader.seed === POCKET_SEED) {
    const known = pocketNumber(pocket, key, row, column);
    if (known !== undefined) return known;
  }
  const stream = random(`${reader.seed}/${positionKey(key, row, column)}`);
  if (key === "y") return Math.round(100 * stream.uniform()) / 100;
  for (;;) {
    const value = Math.round(100 * stream.normal()) / 100;
    if (value !== 0) return value;
  }
}

function pocketNumber(
  { sizes, numbers }: Pocket,
  key: string,
  row: number,
  column: number,
): number | undefined {
  const [symbol, layer] = key.split("|");
  const columns = symbol === "\\theta" ? (sizes[Number(layer) - 1] ?? 0) : 1;
  return column < columns ? numbers[key]?.[row * columns + column] : undefined;
}

export const numberAt = (
  reader: Reader,
  pocket: Pocket,
  key: string,
  row: number,
  column: number,
): number =>
  reader.edits.get(positionKey(key, row, column)) ?? seededNumber(reader, pocket, key, row, column);

/** The numbers of one array, row-major. */
export const numbersOf = (reader: Reader, pocket: Pocket, tensor: Tensor): number[] =>
  Array.from({ length: tensor.rows * tensor.columns }, (_, at) =>
    numberAt(reader, pocket, tensor.key, Math.floor(at / tensor.columns), at % tensor.columns),
  );

/** All numbers by key: what an engine network is given. */
export const givenOfReader = (reader: Reader, pocket: Pocket): Map<string, readonly number[]> =>
  new Map(tensorsOf(reader.sizes).map((tensor) => [tensor.key, numbersOf(reader, pocket, tensor)]));

/** One number of one array: row and column from 0. */
export interface Place {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

/** The place of the entry `at` of an array. */
export const positionOf = ({ key, columns }: Tensor, at: number): Place => ({
  key,
  row: Math.floor(at / columns),
  column: at % columns,
});
