import { describe, expect, it } from "vitest";
import { letter, whole } from "../affine.ts";
import { blockOf, plainNumbers } from "../fixtures/plain-numbers.ts";
import { matrix, scalar, vector } from "../shapes/shape.ts";
import { rowSoftmax } from "./row-softmax.ts";

describe("rowsoftmax", () => {
  // e^{ln 3} = 3: shares of 1 + 3 and of 2 + 6 + 8, counted by hand.
  const { ln3, ln6, ln8 } = { ln3: Math.log(3), ln6: Math.log(6), ln8: Math.log(8) };

  it("makes shares of every row, of that row alone", () => {
    const { slots } = rowSoftmax.emit(plainNumbers, [
      blockOf([
        [0, ln3],
        [ln8, ln8],
      ]),
    ]);
    [0.25, 0.75, 0.5, 0.5].forEach((share, at) => expect(slots[at]).toBeCloseTo(share, 14));
    const wide = rowSoftmax.emit(plainNumbers, [blockOf([[Math.LN2, ln6, ln8]])]);
    [0.125, 0.375, 0.5].forEach((share, at) => expect(wide.slots[at]).toBeCloseTo(share, 14));
    expect([wide.rows, wide.columns]).toEqual([1, 3]);
  });

  it("makes shares of numbers whose exponentials are too large, or all too small, for the machine", () => {
    expect(Math.exp(800)).toBe(Infinity);
    const rows = [
      [800, 800 - ln3],
      [-800, -800 - ln3],
    ];
    const { slots } = rowSoftmax.emit(plainNumbers, [blockOf(rows)]);
    [0.75, 0.25, 0.75, 0.25].forEach((share, at) => expect(slots[at]).toBeCloseTo(share, 12));
  });

  it("takes a matrix: in a column every share would be 1", () => {
    const [n, m] = [letter("N"), letter("M")];
    expect(rowSoftmax.shape([matrix(n, m)])).toEqual(matrix(n, m));
    expect(rowSoftmax.shape([matrix(whole(1), m)])).toEqual(matrix(whole(1), m));
    expect(rowSoftmax.shape([vector(n)])).toBe("rowsoftmax takes a matrix");
    expect(rowSoftmax.shape([scalar])).toBe("rowsoftmax takes a matrix");
  });
});
