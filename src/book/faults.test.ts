import { resolve } from "node:path";

import { describe, expect, test } from "vitest";

import { describeFault, placeInBlock } from "./faults.ts";

const source = ["Text.", "", "- A list", "", "  $$ #one", "  a = b", "    + c", "  $$"].join("\n");
const tex = "a = b\n  + c";

describe("a place in a block", () => {
  test("is found on the first line, with the indentation that the engine stripped", () => {
    expect(placeInBlock(tex, 4, 6, source)).toEqual({ line: 6, column: 7 });
  });

  test("is found on a later line", () => {
    expect(placeInBlock(tex, tex.indexOf("c"), 6, source)).toEqual({ line: 7, column: 7 });
  });
});

describe("a fault", () => {
  test("is told with its file, line, column, the line itself, carets and notes", () => {
    const file = resolve("content/chapters/04-equation-1/index.mdx");
    const fault = { file, line: 6, column: 7, length: 1, sentence: "No.", notes: ["Because."] };
    expect(describeFault(fault, source).split("\n")).toEqual([
      "content/chapters/04-equation-1/index.mdx:6:7: No.",
      "  6 |   a = b",
      "    |       ^",
      "    = Because.",
    ]);
  });

  test("never marks more than its line holds, nor less than one character", () => {
    const fault = { file: "x.mdx", line: 6, column: 7, length: 99, sentence: "No." };
    expect(describeFault(fault, source).split("\n")[2]).toBe("    |       ^");
    const beyond = { ...fault, column: 8, length: 0 };
    expect(describeFault(beyond, source).split("\n")[2]).toBe("    |        ^");
  });
});
