import { copy, kindOf, primitives, trailingOf } from "./primitives/index.ts";
import type { Storage } from "./storage.ts";

const copyKind = kindOf(copy);

/** In which order slots are computed. */
export interface Order {
  /** The slots in runs; those of a run are of one kind and do not wait for each other. */
  readonly slots: Int32Array;
  /** Where each run ends. */
  readonly ends: readonly number[];
  /** The slot from which to read an operand: for a copy that is computed here, what it is a copy of. */
  readonly originOf: (slot: number) => number;
}

/**
 * Orders slots, which come ascending and without leaves. Each has a level, one more than the highest of what it
 * waits for. Nothing waits for a copy. What nothing waits for, as a copy or a gradient, is put off to the last
 * level at which its kind is computed anyway: so there are few runs, and they are long.
 */
export const orderOf = (storage: Storage, slots: Int32Array): Order => {
  const { kinds, offsets, operands, functions } = storage;
  const first = slots[0] ?? 0;
  const placeOf = new Int32Array(slots.length === 0 ? 0 : slots.at(-1)! - first + 1).fill(-1);
  const origins = slots.slice();
  const levels = new Int32Array(slots.length);
  const isAwaited = new Uint8Array(slots.length);
  const latest = new Int32Array(primitives.length);
  const find = (slot: number): number => placeOf[slot - first] ?? -1;
  const originOf = (slot: number): number => origins[find(slot)] ?? slot;

  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place]!;
    const kind = kinds[slot]!;
    placeOf[slot - first] = place;
    if (kind === copyKind) origins[place] = originOf(operands[offsets[slot]!]!);
    const end = offsets[slot + 1]! - trailingOf[kind]!;
    let level = 0;
    for (let at = offsets[slot]!; at < end; at += 1) {
      const operand = find(originOf(operands[at]!));
      if (operand < 0) continue;
      isAwaited[operand] = 1;
      level = Math.max(level, levels[operand]! + 1);
    }
    levels[place] = level;
    latest[kind] = Math.max(latest[kind]!, level);
  }

  // Inside a run, what is computed by the same function stands together.
  const members = slots.map((slot) => {
    const isPlain = trailingOf[kinds[slot]!]! > 0;
    const member = isPlain ? operands[offsets[slot + 1]! - 1]! : 0;
    return kinds[slot]! * (functions.length + 1) + member;
  });
  for (let place = 0; place < slots.length; place += 1)
    if (isAwaited[place] === 0) levels[place] = latest[kinds[slots[place]!]!]!;
  const places = sorted(
    sorted(
      slots.map((_, place) => place),
      members,
    ),
    levels,
  );
  const ends: number[] = [];
  for (let at = 1; at <= places.length; at += 1) {
    const [before, now] = [places[at - 1]!, places[at] ?? -1];
    const isSame = levels[now] === levels[before] && kinds[slots[now]!] === kinds[slots[before]!];
    if (now < 0 || !isSame) ends.push(at);
  }
  return { slots: places.map((place) => slots[place]!), ends, originOf };
};

/** A stable counting sort of places by their key. */
const sorted = (places: Int32Array, keys: Int32Array): Int32Array => {
  const starts = new Int32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 2);
  for (const place of places) starts[keys[place]! + 1]! += 1;
  for (let key = 1; key < starts.length; key += 1) starts[key]! += starts[key - 1]!;
  const result = new Int32Array(places.length);
  for (const place of places) {
    const key = keys[place]!;
    result[starts[key]!] = place;
    starts[key]! += 1;
  }
  return result;
};
