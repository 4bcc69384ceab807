import { describe, expect, it } from "vitest";
import { readModel } from "../../language/index.ts";
import { drawNetwork, UNCONSTRAINED } from "../judge/draws.ts";
import { Program } from "./program.ts";
import { quantity } from "./quantities.ts";
import { Training, updateOf } from "./updates.ts";

const { model, problems } = readModel("exchange", {
  title: "Two numbers that change places",
  judge: { n: 2 },
  symbols: {
    p: { role: "parameter", reads: "one number" },
    q: { role: "parameter", reads: "another number" },
    r: { role: "given", reads: "a number that nothing moves" },
    s: { reads: "their weighted sum" },
  },
  definitions: ["s = p + 2 q + r"],
  updates: ["p \\leftarrow q", "q \\leftarrow p + \\frac{\\partial s}{\\partial q}"],
});

const given = new Map([
  ["p", [3]],
  ["q", [5]],
  ["r", [100]],
]);
const program = new Program(model, drawNetwork(model, { ...UNCONSTRAINED, given }, "1", 0));
const valueOf = (name: string): number => program.values(quantity(program, name, []))[0]!;

describe("a step of learning", () => {
  it("reads every old value before it writes the first", () => {
    expect(problems).toEqual([]);
    expect(valueOf("s")).toBe(113);
    const training = new Training(program);
    training.step();
    expect([valueOf("p"), valueOf("q")]).toEqual([5, 5]);
    // Written one after the other, q would have become 7.
    expect(valueOf("s")).toBe(115);
    training.step();
    expect([valueOf("p"), valueOf("q")]).toEqual([5, 7]);
  });

  it("leaves alone what the model says nothing of", () => {
    expect(updateOf(program, "r", [])).toBeNull();
    expect(valueOf("r")).toBe(100);
  });
});
