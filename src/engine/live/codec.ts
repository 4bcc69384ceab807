import { isSeed, readNumber, sizesProblem } from "./changes.ts";
import type { Pocket, Reader } from "./reader.ts";
import {
  ACTIVATIONS,
  MAX_NUMBER,
  isPocket,
  numberAt,
  positionKey,
  seededNumber,
  tensorsOf,
} from "./reader.ts";

/**
 * A network as text for a link: `1.2-3-2.sigmoid.pocket.<edits>.<check>`, of characters that a URL
 * fragment holds as they are. Only what differs from the seed is written. Edits are `t2*1:-p5,,3`:
 * array, first offset, then numbers in a row, an empty one being unchanged; `p` is the decimal point,
 * since `.` divides the parts. The last part is a checksum: a damaged link is not read as another network.
 */
const VERSION = "1";
/** A link longer than this is cut by some mail programs. */
export const MAX_FRAGMENT = 1500;
/** What storage may hold; 400 numbers with all their digits are shorter. */
const MAX_TEXT = 20_000;
/** So many unchanged numbers in a row are skipped by a new offset. */
const LONGEST_GAP = 4;

const CODES = { x: "x", y: "y", b: "b", theta: "t" } as const;

/** The text of a network; empty for the pocket net itself. */
export function encode(reader: Reader, pocket: Pocket): string {
  if (isPocket(reader, pocket)) return "";
  const body = [VERSION, reader.sizes.join("-"), reader.g, reader.seed, edits(reader, pocket)].join(
    ".",
  );
  return `${body}.${checksum(body)}`;
}

function edits(reader: Reader, pocket: Pocket): string {
  return tensorsOf(reader.sizes)
    .flatMap(({ key, letter, layer, rows, columns }) => {
      const changed = Array.from({ length: rows * columns }, (_, at) => {
        const place = [key, Math.floor(at / columns), at % columns] as const;
        const value = numberAt(reader, pocket, ...place);
        return value === seededNumber(reader, pocket, ...place) ? "" : numberText(value);
      });
      return runs(changed).map(
        ({ start, values }) => `${CODES[letter]}${layer ?? ""}*${start}:${values.join(",")}`,
      );
    })
    .join(";");
}

/** Stretches of changed numbers, with short gaps inside. */
function runs(changed: readonly string[]): { start: number; values: string[] }[] {
  const found: { start: number; values: string[] }[] = [];
  changed.forEach((text, at) => {
    if (text === "") return;
    const last = found.at(-1);
    const end = last ? last.start + last.values.length : 0;
    if (!last || at - end > LONGEST_GAP) found.push({ start: at, values: [text] });
    else last.values.push(...Array.from({ length: at - end }, () => ""), text);
  });
  return found;
}

const numberText = (value: number): string =>
  String(value)
    .replace(/^(-?)0\./, "$1.")
    .replace(".", "p")
    .replace("+", "");

export type Decoded =
  | { readonly reader: Reader; readonly problem?: undefined }
  | { readonly reader?: undefined; readonly problem: string };

const DAMAGED = "The link is damaged, so you see the pocket net.";

/** The network of a text. Never throws; any text that is not whole gives a sentence. */
export function decode(text: string): Decoded {
  if (text.length > MAX_TEXT)
    return { problem: "The link is too long, so you see the pocket net." };
  const parts = text.split(".");
  const [version, sizesText = "", g = "", seed = "", editsText = "", check] = parts;
  if (version !== VERSION && /^\d{1,3}$/.test(version ?? "") && parts.length > 1)
    return { problem: "The link is of another version of the book, so you see the pocket net." };
  const body = parts.slice(0, -1).join(".");
  if (parts.length !== 6 || check !== checksum(body)) return { problem: DAMAGED };
  const sizes = sizesText.split("-").map((one) => (/^\d$/.test(one) ? Number(one) : 0));
  const isKnown = (ACTIVATIONS as readonly string[]).includes(g) && isSeed(seed);
  if (sizesProblem(sizes) !== undefined || !isKnown) return { problem: DAMAGED };
  const found = readEdits(editsText, sizes);
  return found ? { reader: { sizes, g, seed, edits: found } } : { problem: DAMAGED };
}

function readEdits(text: string, sizes: readonly number[]): Map<string, number> | null {
  const found = new Map<string, number>();
  if (text === "") return found;
  const tensors = tensorsOf(sizes);
  for (const item of text.split(";")) {
    const match = /^([xybt])([1-5]?)\*(\d{1,2}):([-\dpe,]+)$/.exec(item);
    const [, code, layer = "", start = "0", list = ""] = match ?? [];
    const tensor = tensors.find(
      (one) => CODES[one.letter] === code && String(one.layer ?? "") === layer,
    );
    if (!tensor) return null;
    for (const [step, entry] of list.split(",").entries()) {
      const at = Number(start) + step;
      if (at >= tensor.rows * tensor.columns) return null;
      if (entry === "") continue;
      const read = readNumber(entry.replace("p", "."));
      if ("problem" in read || Math.abs(read.value) > MAX_NUMBER) return null;
      const { key, columns } = tensor;
      found.set(positionKey(key, Math.floor(at / columns), at % columns), read.value);
    }
  }
  return found;
}

/** FNV-1a over the UTF-16 units, 24 bits of it in base 36. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 24)) & 0xffffff).toString(36);
}

/** A fragment `#anchor&net=…` taken apart. `net` is null where the link names no network. */
export function splitFragment(fragment: string): { anchor: string; net: string | null } {
  const parts = fragment.replace(/^#/, "").split("&");
  const net = parts.find((part) => part.startsWith("net="));
  const anchor = parts.find((part) => !part.startsWith("net=")) ?? "";
  return { anchor, net: net === undefined ? null : net.slice("net=".length) };
}

/** The fragment for an address, "" for none; `null` where the network does not fit into a link. */
export function joinFragment(anchor: string, net: string): string | null {
  const parts = [anchor, net === "" ? "" : `net=${net}`].filter((part) => part !== "");
  const fragment = parts.length > 0 ? `#${parts.join("&")}` : "";
  return fragment.length > MAX_FRAGMENT ? null : fragment;
}
