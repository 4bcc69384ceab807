import type { Place } from "../../engine/index.ts";

/** How a quantity is set in HTML or SVG: a letter with its scripts. */
export interface NameParts {
  readonly letter: string;
  readonly sub: string;
  readonly sup: string;
  /** Which colour it bears: `data-of` in the styles. */
  readonly of: string;
}

const LETTERS: Readonly<Record<string, string>> = {
  "\\theta": "θ",
  "\\delta": "δ",
  "\\tilde{\\theta}": "θ̃",
  "\\tilde{a}": "ã",
};

const COLOURS: Readonly<Record<string, string>> = {
  "\\theta": "theta",
  "\\tilde{\\theta}": "theta",
  "\\delta": "delta",
  "\\tilde{a}": "a",
  x: "a",
  E: "error",
};

/** The parts of a name such as θ, [2], [1, 3]. */
export function nameParts(
  symbol: string,
  labels: readonly number[],
  indices: readonly number[],
): NameParts {
  return {
    letter: LETTERS[symbol] ?? symbol.replace(/^\\/, ""),
    sub: indices.join(","),
    sup: labels.length > 0 ? `(${labels.join(",")})` : "",
    of: COLOURS[symbol] ?? symbol.replace(/^\\/, ""),
  };
}

/** Symbol and labels of an array's key: `\theta|2`. */
export function splitKey(key: string): { symbol: string; labels: number[] } {
  const [symbol = "", label] = key.split("|");
  return { symbol, labels: label === undefined ? [] : label.split(",").map(Number) };
}

export function partsOfPlace({ key, row, column }: Place): NameParts {
  const { symbol, labels } = splitKey(key);
  const indices = symbol === "\\theta" ? [row + 1, column + 1] : [row + 1];
  return nameParts(symbol, labels, indices);
}

/** A number of the network in words, for those who do not see the drawing. */
export function describePlace({ key, row, column }: Place): string {
  const { symbol, labels } = splitKey(key);
  const layer = labels[0] ?? 1;
  if (symbol === "\\theta")
    return `weight from neuron ${column + 1} of layer ${layer} to neuron ${row + 1} of layer ${layer + 1}`;
  if (symbol === "b") return `bias of neuron ${row + 1} of layer ${layer + 1}`;
  return `${symbol === "x" ? "input" : "target"} ${row + 1}`;
}

export const samePlace = (one: Place, other: Place): boolean =>
  one.key === other.key && one.row === other.row && one.column === other.column;
