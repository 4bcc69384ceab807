import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  compile,
  constrain,
  drawNetwork,
  Program,
  runClaim,
  symbolAt,
  UNCONSTRAINED,
} from "../engine/index.ts";
import { differenceOnTape, judgeDerivative } from "../engine/evidence/index.ts";
import { adjoints, tangents, type Slot } from "../engine/tape/index.ts";
import { check, childrenOf, type Node, type TypedEquation } from "../language/index.ts";
import { chapterFormulas } from "./chapter-formulas.ts";
import { readBook } from "./corpus.ts";
import { parseMeta } from "./meta.ts";
import { loadModel } from "./models.ts";

const NETWORKS = 20;

interface Source {
  readonly tex: string;
  readonly model: string;
}

/** Every displayed equation of the chapters; a condition of the block is written into it. */
function displayed(): Source[] {
  const folder = resolve(import.meta.dirname, "../../content/chapters");
  return readdirSync(folder)
    .flatMap((chapter) =>
      chapterFormulas(readFileSync(resolve(folder, chapter, "index.mdx"), "utf8")),
    )
    .filter(({ kind }) => kind === "display")
    .map(({ tex, meta }) => {
      const { g, L, model = "feedforward" } = parseMeta(meta).meta.values;
      return { tex: `${tex}${g ? `, g = ${g}` : ""}${L ? `, L = ${L}` : ""}`, model };
    });
}

const corpus = (): Source[] =>
  readBook().filter(({ verdict }) => !["not understood", "display only"].includes(verdict));

/** A program that keeps every derivative that is asked of it: by output, the slots that move. */
class Recorder extends Program {
  readonly asked = new Map<Slot, Map<Slot, Slot>>();
  override noteRate({ output, input, slot }: { output: Slot; input: Slot; slot: Slot }): void {
    const known = this.asked.get(output);
    if (known) known.set(input, slot);
    else this.asked.set(output, new Map([[input, slot]]));
  }
}

function recordersOf(typed: TypedEquation, cache: Map<string, Recorder>): Recorder[] {
  const constraints = constrain(UNCONSTRAINED, typed.conditions);
  return Array.from({ length: NETWORKS }, (_, at) => {
    const key = JSON.stringify([typed.model.name, constraints.counts, constraints.choices, at]);
    const known = cache.get(key);
    if (known) return known;
    const fresh = new Recorder(typed.model, drawNetwork(typed.model, constraints, "roads", at));
    cache.set(key, fresh);
    return fresh;
  });
}

const hasDerivative = (node: Node): boolean =>
  node.kind === "derivative" || node.kind === "gradient" || childrenOf(node).some(hasDerivative);

/** Runs every equation on every network; whatever is differentiated on the way is recorded. */
function run(sources: readonly Source[]) {
  const cache = new Map<string, Recorder>();
  let equations = 0;
  for (const { tex, model } of sources) {
    const { typed, diagnostics } = check(tex, loadModel(model));
    expect(diagnostics).toEqual([]);
    const sides = typed.claims.flatMap((claim) => claim.sides);
    if (sides.some(hasDerivative)) equations += 1;
    for (const recorder of recordersOf(typed, cache)) {
      recorder.restart();
      for (const claim of typed.claims) runClaim(recorder, claim, typed.conditions);
    }
  }
  return { programs: [...cache.values()], equations };
}

/** What each of two roads may have rounded away, in bounds of the one. */
const ROUNDED = 2;

/**
 * Adjoint against dual number: the largest miss beyond rounding, relative to the largest entry of the same
 * output. Rounding is taken off first, for a bias before a batch norm has a rate of 0 and nothing else.
 */
function worstMiss(programs: readonly Recorder[]): { worst: number; compared: number } {
  let worst = 0;
  let compared = 0;
  for (const { tape, asked, rounding } of programs) {
    for (const [output, rates] of asked) {
      const slots = [...rates.values()];
      const reverse = slots.map((slot) => tape.value(slot));
      const forward = [...rates.keys()].map(
        (input) => tangents(tape, new Map([[input, 1]]), [output])[0]!,
      );
      const largest = Math.max(...forward.map(Math.abs), Number.MIN_VALUE);
      reverse.forEach((value, at) => {
        const miss = Math.abs(value - forward[at]!) - ROUNDED * rounding.of(slots[at]!);
        worst = Math.max(worst, miss / largest);
      });
      compared += reverse.length;
    }
  }
  return { worst, compared };
}

function verdictsOf(programs: readonly Recorder[]): Record<string, number> {
  const count = { agree: 0, disagree: 0, "cannot tell": 0, "both 0": 0 };
  for (const { tape, asked } of programs) {
    for (const [output, rates] of asked) {
      for (const [input, slot] of rates) {
        const evidence = differenceOnTape(tape, output, input);
        const value = tape.value(slot);
        // Where nothing depends on the quantity both are exactly 0; there is no size to compare with.
        if (value === 0 && evidence.estimate === 0) count["both 0"] += 1;
        else count[judgeDerivative(value, evidence)] += 1;
      }
    }
  }
  return count;
}

describe.each([
  { where: "the displayed equations of the chapters", read: displayed, least: 10_000 },
  { where: "the corpus of the book", read: corpus, least: 15_000 },
])("three roads to every derivative of $where, on 20 networks", ({ where, read, least }) => {
  const { programs, equations } = run(read());

  it("lead to one number: adjoints and dual numbers agree to rounding", () => {
    const { worst, compared } = worstMiss(programs);
    expect(compared).toBeGreaterThan(least);
    expect(equations).toBeGreaterThan(25);
    expect(worst).toBeLessThanOrEqual(1e-12);
  });

  it("are confirmed by finite differences within their error bars", () => {
    const count = verdictsOf(programs);
    const all = Object.values(count).reduce((sum, one) => sum + one, 0);
    const share = (count["cannot tell"] ?? 0) / all;
    const figure = `${(100 * share).toFixed(2)} % cannot tell`;
    process.stdout.write(`${where}: ${all} derivatives, ${figure}\n`);
    expect(all - (count["both 0"] ?? 0)).toBeGreaterThan(least / 2);
    expect(count.disagree).toBe(0);
    expect(share).toBeLessThan(0.05);
  });
});

describe("the negative control", () => {
  const model = loadModel("feedforward");
  const wrongOnes = (rule: string): Record<string, number> => {
    const count: Record<string, number> = { agree: 0, disagree: 0, "cannot tell": 0 };
    const { typed } = check(rule, model);
    for (let at = 0; at < NETWORKS; at += 1) {
      const program = new Program(model, drawNetwork(model, UNCONSTRAINED, "roads", at));
      const letters = new Map(Object.entries({ k: 2, j: 1 }));
      const z = check("z_j^{(k)}", model).typed.claims[0]!.sides[0]!;
      const input = compile(program, z, letters).slots[0]!;
      const [error] = compile(program, check("E", model).typed.claims[0]!.sides[0]!, letters).slots;
      const [formula] = compile(program, typed.claims[0]!.sides[0]!, letters).slots;
      const evidence = differenceOnTape(program.tape, error!, input);
      const verdict = judgeDerivative(program.tape.value(formula!), evidence);
      count[verdict] = (count[verdict] ?? 0) + 1;
    }
    return count;
  };
  const backward = "\\sum_i \\theta_{i,j}^{(k)} \\delta_i^{(k+1)}";

  it("is passed by Equation 2 as the book has it", () => {
    expect(wrongOnes(`g'(z_j^{(k)}) ${backward}`).disagree).toBe(0);
  });

  it.each(["g'(a_j^{(k)})", "g(z_j^{(k)})", "1.001 g'(z_j^{(k)})", "-g'(z_j^{(k)})"])(
    "disagrees when the factor g'(z) of Equation 2 is changed to %s",
    (factor) => {
      expect(wrongOnes(`${factor} \\cdot (${backward})`).disagree).toBeGreaterThan(NETWORKS - 3);
    },
  );

  it("sees a second derivative by reverse mode twice as the dual number of the first", () => {
    const { typed } = check(
      "\\frac{\\partial^2 E}{\\partial z_i^{(L)} \\partial z_j^{(L)}}",
      model,
    );
    const side = typed.claims[0]!.sides[0]!;
    if (side.kind !== "derivative") throw new Error("a derivative was expected");
    for (let at = 0; at < NETWORKS; at += 1) {
      const program = new Program(model, drawNetwork(model, UNCONSTRAINED, "second", at));
      const letters = new Map(Object.entries({ i: 2, j: 2 }));
      const [one, other] = side.by.map((by) => symbolAt(program, by, letters).slots[0]!);
      const [error] = compile(program, side.of, letters).slots;
      const [twice] = compile(program, side, letters).slots;
      const slope = adjoints(program.tape, error!)(one!);
      const [dual] = tangents(program.tape, new Map([[other!, 1]]), [slope]);
      expect(program.tape.value(twice!)).toBeCloseTo(dual!, 12);
      expect(Math.abs(dual!)).toBeGreaterThan(0);
      const evidence = differenceOnTape(program.tape, slope, other!);
      expect(judgeDerivative(program.tape.value(twice!), evidence)).not.toBe("disagree");
    }
  });
});
