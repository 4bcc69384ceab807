import type { Pocket, Reader } from "./reader.ts";
import {
  ACTIVATIONS,
  MAX_LAYERS,
  MAX_NUMBER,
  MAX_WIDTH,
  MIN_LAYERS,
  positionKey,
  seededNumber,
} from "./reader.ts";

/** A changed network, or the sentence that says why nothing was changed. */
export type Change =
  | { readonly reader: Reader; readonly problem?: undefined }
  | { readonly reader?: undefined; readonly problem: string };

const minus = (text: string): string => text.replaceAll("\u2212", "-").replaceAll("\u2013", "-");

/** A number as a reader types it: a decimal comma and a true minus sign are understood. */
export function readNumber(text: string): { value: number } | { problem: string } {
  const plain = minus(text.trim()).replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  if (plain === "") return { problem: "Type a number, such as \u22120.5." };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain))
    return { problem: `\u201c${short(text)}\u201d is not a number. Type one such as \u22120.5.` };
  const value = Number(plain);
  if (Math.abs(value) > MAX_NUMBER)
    return { problem: `Numbers from \u22121000 to 1000 are possible here.` };
  return { value: value === 0 ? 0 : value };
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}\u2026` : text);

/** Sets one number. A number equal to the seed's own is no edit. */
export function setNumber(
  reader: Reader,
  pocket: Pocket,
  place: { readonly key: string; readonly row: number; readonly column: number },
  value: number,
): Change {
  if (!Number.isFinite(value) || Math.abs(value) > MAX_NUMBER)
    return { problem: "Numbers from \u22121000 to 1000 are possible here." };
  const { key, row, column } = place;
  const edits = new Map(reader.edits);
  const position = positionKey(key, row, column);
  if (value === seededNumber(reader, pocket, key, row, column)) edits.delete(position);
  else edits.set(position, value === 0 ? 0 : value);
  return { reader: { ...reader, edits } };
}

/** A width as a reader types it. */
export function readWidth(text: string): { value: number } | { problem: string } {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= MAX_WIDTH) return { value };
  return { problem: `A layer has 1 to ${MAX_WIDTH} neurons here, not \u201c${short(text)}\u201d.` };
}

/** Gives a layer another width; `layer` counts from 1. */
export function resizeLayer(reader: Reader, layer: number, width: number): Change {
  return withSizes(
    reader,
    reader.sizes.map((one, at) => (at === layer - 1 ? width : one)),
  );
}

/** Adds a layer of three neurons before the last, or takes the last hidden one away. */
export function setDepth(reader: Reader, depth: number): Change {
  const { sizes } = reader;
  const last = sizes.at(-1) ?? 1;
  const hidden = sizes.slice(0, -1);
  if (depth < MIN_LAYERS || depth > MAX_LAYERS || !Number.isInteger(depth))
    return { problem: `A network has ${MIN_LAYERS} to ${MAX_LAYERS} layers here.` };
  while (hidden.length < depth - 1) hidden.push(3);
  return withSizes(reader, [...hidden.slice(0, depth - 1), last]);
}

function withSizes(reader: Reader, sizes: readonly number[]): Change {
  const problem = sizesProblem(sizes);
  return problem === undefined ? { reader: { ...reader, sizes } } : { problem };
}

/** What is wrong with sizes, in a sentence. */
export function sizesProblem(sizes: readonly number[]): string | undefined {
  if (sizes.length < MIN_LAYERS || sizes.length > MAX_LAYERS)
    return `A network has ${MIN_LAYERS} to ${MAX_LAYERS} layers here.`;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > MAX_WIDTH))
    return `A layer has 1 to ${MAX_WIDTH} neurons here.`;
  return undefined;
}

export function chooseActivation(reader: Reader, g: string): Change {
  if (!(ACTIVATIONS as readonly string[]).includes(g))
    return { problem: `g can be ${ACTIVATIONS.join(", ")}.` };
  return { reader: { ...reader, g } };
}

/** All numbers anew from a seed; what was changed by hand goes. */
export function reseed(reader: Reader, text: string): Change {
  const seed = text.trim();
  if (!isSeed(seed))
    return { problem: "A seed is 1 to 12 letters, digits or hyphens, such as 7 or my-net." };
  return { reader: { ...reader, seed, edits: new Map() } };
}

export const isSeed = (text: string): boolean => /^[A-Za-z0-9-]{1,12}$/.test(text);
