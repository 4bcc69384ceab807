import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { check } from "../../language/index.ts";
import { compile, drawNetwork, Program, UNCONSTRAINED } from "../index.ts";
import { perturbed } from "../tape/index.ts";

const model = loadModel("graph-nodes");
const N = 5;
const STEP = 1e-4;

/** The slot of an expression without letters on a random graph of five nodes. */
const slotOf = (program: Program, tex: string): number => {
  const { typed, diagnostics } = check(tex, model);
  expect(diagnostics).toEqual([]);
  return compile(program, typed.claims[0]!.sides[0]!, new Map()).slots[0]!;
};

/** Moves one node, keeps every node between at its value, and reads the other: a difference, no chain rule. */
function directly(program: Program, from: number, to: number): number {
  const nodes = Array.from({ length: N }, (_, at) => slotOf(program, `v_{${at + 1}}`));
  const { tape } = program;
  const [mover, output] = [nodes[from - 1]!, nodes[to - 1]!];
  const kept = nodes.slice(from, to - 1).map((slot) => [slot, tape.value(slot)] as const);
  const at = (x: number): number => perturbed(tape, new Map([[mover, x], ...kept]), [output])[0]!;
  const now = tape.value(mover);
  return (at(now + STEP) - at(now - STEP)) / (2 * STEP);
}

const pairs = Array.from({ length: N }, (_, from) =>
  Array.from({ length: N - from - 1 }, (_, gap) => [from + 1, from + 2 + gap] as const),
).flat();

describe("a derivative with the nodes between held", () => {
  const programs = Array.from(
    { length: 5 },
    (_, at) =>
      new Program(model, drawNetwork(model, { ...UNCONSTRAINED, counts: { N } }, "held", at)),
  );

  it.each(pairs)("is the difference that is taken with them kept: v_%i to v_%i", (from, to) => {
    const rate = `\\frac{\\partial v_{${to}}}{\\partial v_{${from}}}`;
    let differs = 0;
    for (const program of programs) {
      const { tape } = program;
      const run = `v_{${from + 1}}, \\dots, v_{${to - 1}}`;
      const held = tape.value(slotOf(program, `\\left. ${rate} \\right|_{${run}}`));
      const difference = directly(program, from, to);
      expect(Math.abs(held - difference)).toBeLessThan(1e-5 * Math.max(1, Math.abs(held)));
      const total = tape.value(slotOf(program, rate));
      if (Math.abs(total - difference) > 1e-3 * Math.abs(difference)) differs += 1;
    }
    // The total rate is another number as soon as a node stands between (negative control).
    expect(differs).toBeGreaterThanOrEqual(to - from > 1 ? programs.length - 1 : 0);
    if (to - from === 1) expect(differs).toBe(0);
  });
});
