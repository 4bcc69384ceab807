import { describe, expect, it } from "vitest";
import { relu, sin, tanh } from "../functions/index.ts";
import { random } from "../random.ts";
import { Tape } from "./index.ts";

describe("the tape", () => {
  it("computes each operation as plain arithmetic does", () => {
    const tape = new Tape();
    const [x, y] = [tape.input(0.7), tape.input(-1.3)];
    const pairs: [number, number][] = [
      [tape.add(x, y), 0.7 + -1.3],
      [tape.subtract(x, y), 0.7 - -1.3],
      [tape.multiply(x, y), 0.7 * -1.3],
      [tape.divide(x, y), 0.7 / -1.3],
      [tape.negate(x), -0.7],
      [tape.power(x, y), 0.7 ** -1.3],
      [tape.power(x, tape.constant(2)), 0.7 * 0.7],
      [tape.maximum(x, y), 0.7],
      [tape.apply(sin, 1, x), Math.cos(0.7)],
      [tape.copy(y), -1.3],
      [tape.sum([x, y, x, y, x]), 0.7 * 3 - 1.3 * 2],
      [tape.dot([x, y, x], [y, y, y]), 2 * 0.7 * -1.3 + 1.69],
      [tape.sum([]), 0],
      [tape.dot([], []), 0],
    ];
    for (const [slot, value] of pairs) expect(tape.value(slot)).toBeCloseTo(value, 14);
  });

  it("follows a written input, and equals a tape built anew from the new numbers", () => {
    const build = (first: number, second: number): { tape: Tape; x: number; result: number } => {
      const tape = new Tape();
      const [x, y] = [tape.input(first), tape.input(second)];
      const terms = [tape.multiply(x, y), tape.apply(tanh, 0, x), tape.divide(y, x)];
      return { tape, x, result: tape.dot(terms, [y, x, tape.sum(terms)]) };
    };
    const old = build(0.4, -2);
    old.tape.write(old.x, 1.5);
    expect(old.tape.run()).toBeGreaterThan(0);
    const fresh = build(1.5, -2);
    expect(old.tape.value(old.result)).toBe(fresh.tape.value(fresh.result));
    expect(old.tape.value(old.result)).not.toBe(build(0.4, -2).tape.value(old.result));
  });

  it("runs nothing when nothing changed, and little when a late input changed", () => {
    const tape = new Tape();
    const early = tape.input(1);
    let chain = tape.apply(sin, 0, early);
    for (let length = 1; length < 50; length += 1) chain = tape.apply(sin, 0, chain);
    const late = tape.input(2);
    tape.add(chain, late);
    expect(tape.run()).toBe(0);
    tape.write(late, 2);
    expect(tape.run()).toBe(0);
    tape.write(late, 3);
    expect(tape.run()).toBe(1);
    tape.write(early, 0.5);
    expect(tape.run()).toBe(51);
  });

  it("shares equal expressions but never inputs and copies", () => {
    const tape = new Tape();
    const [x, y] = [tape.input(1), tape.input(1)];
    expect(x).not.toBe(y);
    expect(tape.copy(x)).not.toBe(tape.copy(x));
    expect(tape.add(x, y)).toBe(tape.add(y, x));
    expect(tape.subtract(x, y)).not.toBe(tape.subtract(y, x));
    expect(tape.dot([x, y, x], [y, y, x])).toBe(tape.dot([y, y, x], [x, y, x]));
    expect(tape.apply(tanh, 1, x)).toBe(tape.apply(tanh, 1, x));
    expect(tape.apply(tanh, 1, x)).not.toBe(tape.apply(tanh, 2, x));
  });

  it("keeps one constant a value, with 0 and -0 apart and one that is not a number", () => {
    const tape = new Tape();
    expect(tape.constant(0)).toBe(tape.constant(0));
    expect(tape.constant(-0)).not.toBe(tape.constant(0));
    expect(tape.constant(Number.NaN)).toBe(tape.constant(Number.NaN));
    const two = tape.add(tape.constant(1), tape.constant(1));
    expect(tape.constantValue(two)).toBe(2);
    expect(two).toBe(tape.constant(2));
  });

  it("leaves out what changes no value, and nothing else", () => {
    const tape = new Tape();
    const x = tape.input(Infinity);
    const [zero, one] = [tape.constant(0), tape.constant(1)];
    expect([tape.add(x, zero), tape.add(zero, x), tape.subtract(x, zero)]).toEqual([x, x, x]);
    expect([tape.multiply(one, x), tape.multiply(x, one), tape.divide(x, one)]).toEqual([x, x, x]);
    expect(tape.power(x, one)).toBe(x);
    expect(tape.negate(tape.negate(x))).toBe(x);
    expect(tape.sum([x])).toBe(x);
    expect(tape.value(tape.multiply(zero, x))).toBeNaN();
    expect(tape.value(tape.subtract(x, x))).toBeNaN();
  });

  it("sums and multiplies a million operands", () => {
    const tape = new Tape();
    const tenths = Array.from({ length: 1_000_000 }, () => tape.input(0.1));
    const total = tape.sum(tenths);
    const product = tape.dot(tenths, tenths);
    expect(tape.value(total)).toBeCloseTo(100_000, 5);
    expect(tape.value(product)).toBeCloseTo(10_000, 6);
    tape.write(tenths[999_999]!, 1.1);
    tape.run();
    expect(tape.value(total)).toBeCloseTo(100_001, 5);
    expect(tape.sum(tenths)).toBe(total);
  });

  it("sums any number of operands, also those that are not a multiple of four", () => {
    const draw = random("lengths");
    for (let count = 0; count < 30; count += 1) {
      const tape = new Tape();
      const left = Array.from({ length: count }, () => draw.normal());
      const right = Array.from({ length: count }, () => draw.normal());
      const [leftSlots, rightSlots] = [left, right].map((list) => list.map((v) => tape.input(v)));
      const plain = left.reduce((total, value, place) => total + value * right[place]!, 0);
      expect(tape.value(tape.dot(leftSlots!, rightSlots!))).toBeCloseTo(plain, 12);
      const sum = left.reduce((total, value) => total + value, 0);
      expect(tape.value(tape.sum(leftSlots!))).toBeCloseTo(sum, 12);
    }
  });

  it("refuses slots that do not exist, writes to what is computed, and unknown orders", () => {
    const tape = new Tape();
    const x = tape.input(1);
    const sum = tape.add(x, tape.constant(3));
    expect(() => tape.add(x, 99)).toThrow("the tape has no slot 99");
    expect(() => tape.sum([x, undefined as unknown as number])).toThrow(RangeError);
    expect(() => tape.value(-1)).toThrow(RangeError);
    expect(() => tape.write(sum, 1)).toThrow(`slot ${sum} is no input, its kind is add`);
    expect(() => tape.dot([x], [])).toThrow("dot of 1 and 0 slots");
    expect(() => tape.apply(relu, 4, x)).toThrow("relu has no derivative of order 4");
    expect(tape.value(sum)).toBe(4);
  });
});
