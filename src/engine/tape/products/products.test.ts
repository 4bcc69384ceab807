import { describe, expect, it } from "vitest";
import { random, type Random } from "../../random.ts";
import { perturbed, Tape } from "../index.ts";
import type { Slot } from "../index.ts";
import { products } from "./index.ts";

interface Product {
  readonly tape: Tape;
  readonly inputs: readonly Slot[];
  readonly entries: readonly Slot[];
}

/** Dot products of rows with columns, a few left out, on slots that lie in order or in disorder. */
const emitProduct = (draw: Random, values: readonly number[], isOrdered: boolean): Product => {
  const [rows, columns, length] = [1 + draw.integer(6), 1 + draw.integer(9), 8 + draw.integer(9)];
  const tape = new Tape();
  const inputs = Array.from({ length: (rows + columns) * length }, (_, at) =>
    tape.input(values[at] ?? 0),
  );
  const slots = isOrdered ? inputs : draw.shuffle(inputs);
  const list = (at: number): Slot[] => slots.slice(at * length, (at + 1) * length);
  const entries: Slot[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (draw.integer(12) > 0) entries.push(tape.dot(list(row), list(rows + column)));
  return { tape, inputs, entries };
};

describe("dot products that share their operands", () => {
  it("have together, to the last bit, the values that each has alone", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const numbers = random(`numbers ${seed}`);
      const values = Array.from({ length: 400 }, () => numbers.normal());
      const isOrdered = seed % 2 === 0;
      // One tape computes each entry alone, as it is emitted; the other all of them at once.
      const alone = emitProduct(random(`shape ${seed}`), values, isOrdered);
      const { tape, inputs, entries } = emitProduct(random(`shape ${seed}`), [], isOrdered);
      const before = entries.map((slot) => tape.value(slot));
      const moved = new Map(inputs.map((slot, at) => [slot, values[at]!]));
      expect([...perturbed(tape, moved, entries)]).toEqual(
        alone.entries.map((slot) => alone.tape.value(slot)),
      );
      expect(entries.map((slot) => tape.value(slot))).toEqual(before);
    }
  });

  it("are found in code, and what shares nothing or is small is left over", () => {
    const row = (at: number): number[] => Array.from({ length: 16 }, (_, place) => 16 * at + place);
    const codeOf = (pairs: readonly (readonly [number, number])[]): Int32Array =>
      Int32Array.from(pairs.flatMap(([l, r], at) => [1000 + at, 32, ...row(l), ...row(r)]));
    const square = [0, 1].flatMap((left) => [2, 3].map((right) => [left, right] as const));
    expect(products(codeOf(square))?.rest).toHaveLength(0);
    expect(products(codeOf([...square, [5, 6]]))?.rest).toEqual(
      codeOf([...square, [5, 6]]).slice(-34),
    );
    expect(
      products(
        codeOf([
          [0, 1],
          [2, 3],
          [4, 5],
          [6, 7],
        ]),
      ),
    ).toBeUndefined();
    expect(products(Int32Array.from([9, 2, 1, 2, 10, 2, 1, 3]))).toBeUndefined();
  });
});
