import { describe, expect, test } from "vitest";

import { pocket } from "../fixtures/pocket.ts";
import {
  chooseActivation,
  readNumber,
  readWidth,
  reseed,
  resizeLayer,
  setDepth,
  setNumber,
} from "./changes.ts";
import { advance, begin, redo, undo } from "./history.ts";
import { givenOfReader, isPocket, numberAt, pocketReader } from "./reader.ts";

const start = pocketReader(pocket);

describe("a number that is typed", () => {
  test.each([
    ["0.5", 0.5],
    [" -2 ", -2],
    ["\u22121.5", -1.5],
    ["0,25", 0.25],
    [".5", 0.5],
    ["1e-3", 0.001],
    ["-0", 0],
  ])("%j is read as %d", (text, value) => {
    expect(readNumber(text)).toEqual({ value });
  });

  test.each(["", "abc", "1.2.3", "1,2,3", "0x10", "NaN", "Infinity", "1e999", "--1", "1 2"])(
    "%j gets a sentence",
    (text) => {
      const read = readNumber(text);
      expect("problem" in read && read.problem).toMatch(/\.$/);
    },
  );

  test("beyond a thousand is refused, a thousand itself is not", () => {
    expect(readNumber("1000.1")).toHaveProperty("problem");
    expect(readNumber("-1000")).toEqual({ value: -1000 });
  });
});

describe("the sizes of a network", () => {
  test.each(["0", "9", "10000", "-1", "2.5", "", "two"])("a width of %j is refused", (text) => {
    expect(readWidth(text)).toHaveProperty("problem");
  });

  test("stay between 2 and 6 layers", () => {
    expect(setDepth(start, 1).problem).toContain("2 to 6 layers");
    expect(setDepth(start, 7).problem).toContain("2 to 6 layers");
    expect(setDepth(start, 2).reader?.sizes).toEqual([2, 2]);
    expect(setDepth(start, 5).reader?.sizes).toEqual([2, 3, 3, 3, 2]);
  });

  test("a layer that grows keeps the numbers that it had, and growing back brings an edit back", () => {
    const place = { key: "\\theta|1", row: 2, column: 1 };
    const edited = setNumber(start, pocket, place, 9).reader!;
    const smaller = resizeLayer(edited, 2, 2).reader!;
    expect(givenOfReader(smaller, pocket).get("\\theta|1")).toEqual([-2, 1, -1, -1]);
    const larger = resizeLayer(smaller, 2, 4).reader!;
    const weights = givenOfReader(larger, pocket).get("\\theta|1")!;
    expect(weights.slice(0, 6)).toEqual([-2, 1, -1, -1, 2, 9]);
    expect(weights).toHaveLength(8);
    expect(weights.every((one) => one !== 0)).toBe(true);
  });
});

test("a seed draws the same numbers on every visit and forgets the edits", () => {
  const edited = setNumber(start, pocket, { key: "x", row: 0, column: 0 }, 3).reader!;
  const first = reseed(edited, "7").reader!;
  expect(first.edits.size).toBe(0);
  expect(givenOfReader(first, pocket)).toEqual(givenOfReader(reseed(start, " 7 ").reader!, pocket));
  expect(givenOfReader(first, pocket)).not.toEqual(
    givenOfReader(reseed(start, "8").reader!, pocket),
  );
  expect(numberAt(first, pocket, "\\theta|1", 0, 0)).not.toBe(-2);
  for (const bad of ["", "a b", "x".repeat(13), "<b>"])
    expect(reseed(start, bad)).toHaveProperty("problem");
});

test("an activation that is not on the list is refused", () => {
  expect(chooseActivation(start, "relu").reader?.g).toBe("relu");
  expect(chooseActivation(start, "constructor").problem).toContain("tanh");
});

test("undo goes back over a whole drag at once, and redo forward again", () => {
  const drag = (value: number) =>
    setNumber(start, pocket, { key: "x", row: 0, column: 0 }, value).reader!;
  let history = begin(start);
  history = advance(history, drag(1), "drag 1");
  history = advance(history, drag(2), "drag 1");
  history = advance(history, drag(3), "drag 2");
  expect(numberAt(undo(history).present, pocket, "x", 0, 0)).toBe(2);
  const before = undo(undo(history));
  expect(isPocket(before.present, pocket)).toBe(true);
  expect(undo(before)).toBe(before);
  expect(numberAt(redo(redo(before)).present, pocket, "x", 0, 0)).toBe(3);
  expect(redo(history)).toBe(history);
});
