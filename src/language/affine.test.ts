import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Affine, Scope } from "./affine.ts";
import {
  bareLetter,
  evaluateAffine,
  letter,
  lettersOf,
  minus,
  plus,
  printAffine,
  sameAffine,
  substitute,
  times,
  whole,
  width,
} from "./affine.ts";

const WIDTHS = [3, 5, 4, 2, 6, 7, 8, 9];
const scopeOf = (values: Readonly<Record<string, number>>): Scope => ({
  letter: (name) => values[name],
  width: (_name, layer) => WIDTHS[(((layer - 1) % 8) + 8) % 8],
});

const name = fc.constantFrom("k", "i", "L");
const small = fc.integer({ min: -3, max: 3 });
const simple = fc
  .tuple(name, small, small)
  .map(([one, factor, shift]) => plus(times(letter(one), factor), whole(shift)));
const affine: fc.Arbitrary<Affine> = fc
  .tuple(simple, simple, fc.boolean(), small)
  .map(([one, other, wide, factor]) => plus(one, wide ? width("n", other) : other, factor));
const values = fc.record({ k: small, i: small, L: small });

const value = (one: Affine, at: Readonly<Record<string, number>>): number =>
  evaluateAffine(one, scopeOf(at))!;

describe("the normal form of affine expressions", () => {
  it("evaluates sums, differences and multiples as numbers do", () => {
    fc.assert(
      fc.property(affine, affine, small, values, (one, other, factor, at) => {
        expect(value(plus(one, other), at)).toBe(value(one, at) + value(other, at));
        expect(value(minus(one, other), at)).toBe(value(one, at) - value(other, at));
        expect(value(times(one, factor), at) + 0).toBe(factor * value(one, at) + 0);
      }),
    );
  });

  it("substitutes as composition: first putting in an expression, then numbers", () => {
    fc.assert(
      fc.property(affine, simple, values, (one, inner, at) => {
        const composed = substitute(one, new Map([["k", inner]]));
        expect(value(composed, at)).toBe(value(one, { ...at, k: value(inner, at) }));
      }),
    );
  });

  it("is the same whichever way a sum is put together", () => {
    fc.assert(
      fc.property(affine, affine, affine, (one, other, third) => {
        expect(plus(plus(one, other), third)).toEqual(plus(one, plus(other, third)));
        expect(plus(one, other)).toEqual(plus(other, one));
        expect(minus(plus(one, other), other)).toEqual(one);
      }),
    );
  });

  it("calls two expressions the same only if they agree on every number", () => {
    fc.assert(
      fc.property(simple, simple, values, (one, other, at) => {
        if (sameAffine(one, other)) expect(value(one, at)).toBe(value(other, at));
        else expect(minus(one, other)).not.toEqual(whole(0));
      }),
    );
  });

  it("does not take n_k for n_{k+1}, though some widths agree (negative control)", () => {
    const [here, next] = [width("n", letter("k")), width("n", plus(letter("k"), whole(1)))];
    expect(sameAffine(here, next)).toBe(false);
    const equal: Scope = { letter: () => 1, width: () => 3 };
    expect(evaluateAffine(here, equal)).toBe(evaluateAffine(next, equal));
    expect(sameAffine(substitute(here, new Map([["k", plus(letter("k"), whole(1))]])), next)).toBe(
      true,
    );
  });

  it("has no value where a letter has none", () => {
    expect(evaluateAffine(plus(letter("k"), letter("t")), scopeOf({ k: 1 }))).toBeUndefined();
    expect(evaluateAffine(width("n", letter("t")), scopeOf({ k: 1 }))).toBeUndefined();
  });

  it("knows a letter that stands bare from one that does not", () => {
    expect(bareLetter(letter("k"))).toBe("k");
    for (const other of [
      plus(letter("k"), whole(1)),
      times(letter("k"), 2),
      width("n", letter("k")),
    ])
      expect(bareLetter(other)).toBeUndefined();
    expect(lettersOf(width("n", plus(letter("k"), whole(1))))).toEqual(["k"]);
  });

  it.each([
    [plus(letter("L"), whole(-1)), "L-1"],
    [plus(whole(1), letter("k")), "k+1"],
    [plus(width("n", plus(letter("k"), whole(1))), whole(1)), "n_{k+1}+1"],
    [width("n", letter("k")), "n_k"],
    [minus(whole(1), letter("i")), "-i+1"],
    [whole(0), "0"],
    [times(letter("k"), 2), "2k"],
  ])("is printed as a reader writes it: %#, %s", (one, text) => {
    expect(printAffine(one as Affine)).toBe(text);
  });
});
