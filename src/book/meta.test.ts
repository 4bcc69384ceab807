import { describe, expect, test } from "vitest";

import { parseMeta } from "./meta.ts";

describe("the meta of a block", () => {
  test("gives the id and the keys, quoted or bare", () => {
    const { meta, faults } = parseMeta('#delta-hidden g=sigmoid name="Equation 2" why=CHAIN+');
    expect(faults).toEqual([]);
    expect(meta.id).toBe("delta-hidden");
    expect(meta.values).toEqual({ g: "sigmoid", name: "Equation 2", why: "CHAIN+" });
  });

  test("may be empty", () => {
    expect(parseMeta("  ")).toEqual({ meta: { id: undefined, values: {} }, faults: [] });
  });

  test.each([
    ["#a #b", "An equation has one id; this is the second.", [3, 5]],
    ["#Big", "An id is lower-case words joined by hyphens.", [0, 4]],
    ["#a wyh=DEF", 'No key is called "wyh"', [3, 10]],
    ["#a g=relu g=tanh", 'The key "g" is given twice.', [10, 16]],
    ["#a g = relu", '"g" is neither #id nor key=value.', [3, 4]],
    ['#a name="open', '"name="open" is neither #id nor key=value.', [3, 13]],
  ])("refuses %s and points at the place", (text, sentence, span) => {
    const [fault] = parseMeta(text).faults;
    expect(fault?.sentence).toContain(sentence);
    expect(fault?.span).toEqual(span);
  });

  test("reports every fault at once", () => {
    expect(parseMeta("#A x=1 y").faults).toHaveLength(3);
  });
});
