/**
 * Seeded random numbers, the same in every engine: integer arithmetic and + - × ÷ √ only, which
 * IEEE 754 fixes to the last bit (a built-in logarithm is not).
 *
 * Seed: the text of the seed (a number is written in decimal, so 7 and "7" are one seed) is hashed
 * by FNV-1a over its UTF-16 units; splitmix32 spreads the hash to the four words of the state.
 * Generator: Chris Doty-Humphrey's sfc32 (PractRand), the first 12 words thrown away.
 * This is frozen: links and counterexamples name seeds.
 */
export interface Random {
  /** 0 ≤ u < 1, 53 random bits. */
  uniform(): number;
  /** Mean 0, variance 1. */
  normal(): number;
  /** 0 … n-1, for an n of 1 to 2^32. Throws a RangeError for another n. */
  integer(n: number): number;
  /** A new array in random order. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** One of the items. Throws a RangeError if there is none. */
  pick<Item>(items: readonly Item[]): Item;
}

export const random = (seed: string | number): Random => {
  const word = words(String(seed));
  const uniform = (): number => ((word() >>> 6) * 2 ** 27 + (word() >>> 5)) / 2 ** 53;
  const integer = (n: number): number => {
    if (!(Number.isInteger(n) && n >= 1 && n <= 2 ** 32))
      throw new RangeError(`no random integer below ${n}`);
    return Math.floor((word() * n) / 2 ** 32);
  };

  // Marsaglia's polar method makes two normal numbers at a time; the second waits here.
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const waiting = spare;
      spare = undefined;
      return waiting;
    }
    for (;;) {
      const first = 2 * uniform() - 1;
      const second = 2 * uniform() - 1;
      const square = first * first + second * second;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * portableLog(square)) / square);
      spare = second * factor;
      return first * factor;
    }
  };

  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = integer(last + 1);
      [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
    }
    return mixed;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[integer(items.length)]!;

  return { uniform, normal, integer, shuffle, pick };
};

/** The stream of 32-bit words of a seed. */
const words = (seed: string): (() => number) => {
  let hash = 0x811c9dc5;
  for (let place = 0; place < seed.length; place += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(place), 0x01000193);
  const spread = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };

  let first = spread();
  let second = spread();
  let third = spread();
  let counter = spread();
  const word = (): number => {
    const sum = (((first + second) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    first = second ^ (second >>> 9);
    second = (third + (third << 3)) | 0;
    third = (((third << 21) | (third >>> 11) | 0) + sum) | 0;
    return sum >>> 0;
  };
  for (let skipped = 0; skipped < 12; skipped += 1) word();
  return word;
};

/** ln x for 0 < x < 1: x = m·2^e with m near 1, and ln m = 2 artanh((m - 1) / (m + 1)) as a series. */
const portableLog = (x: number): number => {
  let mantissa = x;
  let exponent = 0;
  for (; mantissa < Math.SQRT1_2; exponent -= 1) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let series = 0;
  for (let odd = 23; odd >= 1; odd -= 2) series = series * square + 1 / odd;
  return 2 * ratio * series + exponent * Math.LN2;
};
