import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { pocket } from "../fixtures/pocket.ts";
import { setNumber } from "./changes.ts";
import { decode, encode, joinFragment, MAX_FRAGMENT, splitFragment } from "./codec.ts";
import type { Reader } from "./reader.ts";
import { ACTIVATIONS, editsWithin, pocketReader, tensorsOf } from "./reader.ts";

const numbers = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
);

/** Any network that a reader can make, edits included. */
const readers: fc.Arbitrary<Reader> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }),
    g: fc.constantFrom(...ACTIVATIONS),
    seed: fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(), numbers), { maxLength: 40 }),
  })
  .map(({ sizes, g, seed, changes }) =>
    changes.reduce<Reader>(
      (reader, [which, at, value]) => {
        const tensors = tensorsOf(sizes);
        const tensor = tensors[which % tensors.length]!;
        const place = at % (tensor.rows * tensor.columns);
        const row = Math.floor(place / tensor.columns);
        const position = { key: tensor.key, row, column: place % tensor.columns };
        return setNumber(reader, pocket, position, value).reader!;
      },
      { sizes, g, seed, edits: new Map() },
    ),
  );

const plain = (reader: Reader) => ({ ...reader, edits: new Map(editsWithin(reader).toSorted()) });

describe("the text of a network in a link", () => {
  test("is read back as the same network, to the last bit of every number", () => {
    fc.assert(
      fc.property(readers, (reader) => {
        const text = encode(reader, pocket);
        const back = text === "" ? pocketReader(pocket) : decode(text).reader!;
        expect(plain(back)).toEqual(plain(reader));
      }),
      { numRuns: 500 },
    );
  });

  test("holds only characters that a fragment holds as they are", () => {
    fc.assert(
      fc.property(readers, (reader) => {
        const url = new URL(`https://example.org/#net=${encode(reader, pocket)}`);
        expect(url.hash.slice("#net=".length)).toBe(encode(reader, pocket));
        expect(encode(reader, pocket)).toMatch(/^[\w.*:;,-]*$/);
      }),
    );
  });

  test("is empty for the pocket net, and names one changed number only", () => {
    const reader = pocketReader(pocket);
    expect(encode(reader, pocket)).toBe("");
    const place = { key: "\\theta|2", row: 1, column: 0 };
    const changed = setNumber(reader, pocket, place, -0.25).reader!;
    expect(encode(changed, pocket)).toMatch(/^1\.2-3-2\.sigmoid\.pocket\.t2\*3:-p25\.[a-z0-9]+$/);
    expect(encode(setNumber(changed, pocket, place, -0.5).reader!, pocket)).toBe("");
  });

  test("never throws, whatever stands in the address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (garbage) => {
        const { reader, problem } = decode(garbage);
        expect(reader === undefined).toBe(problem !== undefined);
        splitFragment(garbage);
      }),
      { numRuns: 1000 },
    );
  });

  test("is refused when one character is changed, lost or added", () => {
    const damage = fc.tuple(readers, fc.nat(), fc.constantFrom("", "7", "-", ".5", ","));
    fc.assert(
      fc.property(damage, ([reader, at, with_]) => {
        const text = encode(reader, pocket);
        fc.pre(text !== "");
        const place = at % text.length;
        const damaged = text.slice(0, place) + with_ + text.slice(place + 1);
        fc.pre(damaged !== text);
        expect(decode(damaged).problem).toMatch(/so you see the pocket net\.$/);
      }),
      { numRuns: 500 },
    );
  });

  test("of another version or of a megabyte says what is wrong", () => {
    expect(decode("2.whatever").problem).toContain("another version");
    expect(decode("1".repeat(1e6)).problem).toContain("too long");
    expect(decode("").problem).toContain("damaged");
  });
});

describe("the fragment of an address", () => {
  test("carries an anchor and a network together", () => {
    const fragment = joinFragment("equation-2", "1.2-2.tanh.7..abc");
    expect(fragment).toBe("#equation-2&net=1.2-2.tanh.7..abc");
    expect(splitFragment(fragment!)).toEqual({ anchor: "equation-2", net: "1.2-2.tanh.7..abc" });
    expect(splitFragment("#equation-2")).toEqual({ anchor: "equation-2", net: null });
    expect(joinFragment("", "")).toBe("");
  });

  test("is not written when it would be longer than 1500 characters", () => {
    expect(joinFragment("", "1".repeat(MAX_FRAGMENT - 5))).toHaveLength(MAX_FRAGMENT);
    expect(joinFragment("", "1".repeat(MAX_FRAGMENT - 4))).toBeNull();
  });
});
