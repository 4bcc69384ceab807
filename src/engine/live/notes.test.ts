import { expect, test } from "vitest";

import { pocket } from "../fixtures/pocket.ts";
import { setNumber } from "./changes.ts";
import { hidingNotes } from "./notes.ts";
import type { Reader } from "./reader.ts";
import { pocketReader } from "./reader.ts";

const start = pocketReader(pocket);
const notes = (change: Partial<Reader>, slopes?: number[][]) =>
  hidingNotes({ ...start, ...change }, pocket, slopes).join(" ");
const edits = (list: readonly (readonly [string, number, number, number])[]) =>
  list.reduce<Reader>(
    (reader, [key, row, column, value]) =>
      setNumber(reader, pocket, { key, row, column }, value).reader!,
    start,
  );

test("the pocket net, with its distinct neighbours and no zero, carries no note", () => {
  expect(notes({})).toBe("");
});

test("equal neighbouring widths, chains, zeros, equal and symmetric weights are each named", () => {
  expect(notes({ sizes: [2, 3, 3, 2] })).toContain("Layers 2 and 3 are equally wide");
  expect(notes({ sizes: [1, 1, 1] })).toContain("forgotten sum");
  const square = { ...start, sizes: [2, 2] };
  const symmetric = setNumber(square, pocket, { key: "\\theta|1", row: 0, column: 1 }, -1).reader!;
  expect(hidingNotes(square, pocket).join()).not.toContain("symmetric");
  expect(hidingNotes(symmetric, pocket).join()).toContain("symmetric");
  expect(hidingNotes(edits([["x", 0, 0, 0]]), pocket).join()).toContain("x holds a 0");
  const equal = [0, 1].flatMap((row) =>
    [0, 1, 2].map((column) => ["\\theta|2", row, column, 0.3] as const),
  );
  expect(hidingNotes(edits(equal), pocket).join()).toContain("All weights of layer 2 are equal");
});

test("a target of 0 is nothing to warn of", () => {
  expect(hidingNotes(edits([["y", 0, 0, 0]]), pocket)).toEqual([]);
});

test("saturated and dead neurons and special activations are named", () => {
  expect(notes({}, [[0.2, 1e-5]])).toContain("saturated");
  expect(notes({}, [[0.2, 0.1]])).toBe("");
  expect(notes({ g: "identity" })).toContain("identity");
  expect(notes({ g: "relu" }, [[0, 1]])).toContain("switched off");
});
