import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBook } from "../../book/corpus.ts";
import { loadModel } from "../../book/models.ts";
import { check, tokenize, type Diagnostic } from "../../language/index.ts";
import type { Program } from "../index.ts";
import { Judge, judgeWithHints, type Constraints, type Judgement } from "../index.ts";

const VERDICTS = ["holds", "fails", "cannot tell", "not understood", "value"];
/** Steps and slots of the tape that one equation may cost, on all of its networks together. */
const WORK = 2_500_000;

/** A judge that counts the work of its programs: the steps that were taken, the slots that were made. */
class Watched extends Judge {
  readonly #known = new Map<Program, number>();
  #steps = 0;
  override program(constraints: Constraints, seed: string, at: number): Program {
    const program = super.program(constraints, seed, at);
    if (!this.#known.has(program)) {
      const step = program.step.bind(program);
      program.step = (span, count) => {
        this.#steps += 1;
        step(span, count);
      };
    }
    if (!this.#known.has(program)) this.#known.set(program, program.tape.length);
    return program;
  }
  /** The work since the last asking. */
  work(): number {
    let work = this.#steps;
    this.#steps = 0;
    for (const [program, before] of this.#known) {
      work += program.tape.length - before;
      this.#known.set(program, program.tape.length);
    }
    return work;
  }
}

const inside = (tex: string, diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics
    .flatMap(({ span, related = [] }) => [span, ...related])
    .every(({ start, end }) => 0 <= start && start <= end && end <= tex.length);

const watched = new Map<string, Watched>();
function judged(tex: string, name = "feedforward"): Judgement {
  const judge = watched.get(name) ?? new Watched(loadModel(name));
  watched.set(name, judge);
  const judgement = judge.judge(tex);
  expect(VERDICTS).toContain(judgement.verdict);
  expect(inside(tex, judgement.diagnostics)).toBe(true);
  expect(judge.work()).toBeLessThan(WORK);
  if (judgement.verdict === "not understood") expect(judgement.message).not.toBe("");
  return judgement;
}

const repeat = (text: string, times: number): string => text.repeat(times);

/** What is not meant well, and the code with which it ends. */
const hostile: [name: string, tex: string, code: string][] = [
  ["200 000 tokens", repeat("x+", 100_000), "limit"],
  ["200 000 spaces", `E = E${repeat(" ", 200_000)}w`, "symbol"],
  ["20 000 nested parentheses", repeat("(", 20_000) + repeat(")", 20_000), "limit"],
  ["1 000 nested parentheses", repeat("(", 1000) + repeat(")", 1000), "limit"],
  ["nested fractions", repeat("\\frac{1}{", 500) + repeat("}", 500), "limit"],
  ["nested roots", repeat("\\sqrt{", 500), "limit"],
  ["nested accents", repeat("\\tilde", 1000), "limit"],
  ["nested ∇", repeat("\\nabla ", 1000), "limit"],
  ["nested minus signs", repeat("-", 1001), "limit"],
  ["nested sums", `${repeat("\\sum_i ", 1000)}x_i`, "limit"],
  ["nested scripts", `x_${repeat("{", 1000)}`, "index"],
  ["nested exponents", `x_1${repeat("^{x_1", 500)}`, "limit"],
  ["a sum to 10¹²", "\\sum_{i=1}^{1000000000000} 1 = 0", "limit"],
  ["a product to 10¹²", "\\prod_{i=1}^{1000000000000} 1 = 0", "limit"],
  [
    "three sums of 1000",
    `${["i", "j", "l"].map((i) => `\\sum_{${i}=1}^{1000}`).join(" ")} 1 = 0`,
    "limit",
  ],
  ["10¹² ones", "\\mathbf{1}_{1000000000000}^T \\mathbf{1}_{1000000000000} = 5", "limit"],
  ["a range to 10¹²", "z^{(k)} = z^{(k)}, k = 2, \\dots, 1000000000000", "limit"],
  ["100 000 layers", "E = 2 E, L = 100000", "limit"],
  ["a number that is no safe integer", "x_{99999999999999999999} = 0", "index"],
  ["\\href", "\\href{javascript:alert(1)}{x} = x", "symbol"],
  ["\\htmlData", "\\htmlData{n=7}{x} = x", "symbol"],
  ["\\def", "\\def\\x{\\x}\\x = x", "symbol"],
  ["\\includegraphics", "\\includegraphics{http://example.org/x.png} = x", "symbol"],
  ["a comment", "E = E % + 1", "syntax"],
  ["NUL", "E = \u0000 E", "syntax"],
  ["a lone backslash", "E = \\", "syntax"],
  ["half a surrogate pair", "E = \ud800", "syntax"],
  ["markup", "<img src=x onerror=alert(1)> = E", "syntax"],
  ["a prototype's name", "\\operatorname{constructor} = E", "symbol"],
  ["a derivative of order 99", `g${repeat("'", 99)}(x_1) = 0`, "limit"],
  [
    "a derivative of many derivatives",
    `${repeat("\\frac{\\partial}{\\partial x_1} ", 300)} E = 0`,
    "limit",
  ],
];

describe("hostile input", () => {
  it.each(hostile)("ends in an error within the budget of steps: %s", (_name, tex, code) => {
    const { verdict, code: found } = judged(tex);
    expect({ verdict, code: found }).toEqual({ verdict: "not understood", code });
  });

  it("does not keep the next equation from being judged", () => {
    expect(judged("a^{(k)} = g(z^{(k)})").verdict).toBe("holds");
    expect(judged("a^{(k)} = z^{(k)}").verdict).toBe("fails");
  });

  it("is answered for an ordinary equation far below the budget (negative control of the count)", () => {
    const judge = new Watched(loadModel("feedforward"));
    judge.judge("\\frac{\\partial E}{\\partial \\theta^{(k)}} = \\delta^{(k+1)} (a^{(k)})^T");
    const work = judge.work();
    expect(work).toBeGreaterThan(1000);
    expect(work).toBeLessThan(WORK / 20);
  });
});

const corpus = readBook();
const pieces = [
  ...new Set(corpus.flatMap(({ tex }) => tokenize(tex).tokens.map(({ text }) => text))),
  ...["\\left(", "\\right)", "\\\\", "&", "\\begin{cases}", "\\end{cases}", "'", "\u0000", "\\"],
].filter((text) => text !== "");
const piece = fc.constantFrom(...pieces);

/** A corpus equation with one to three tokens left out, doubled, replaced or swapped with the next. */
const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom("drop", "double", "replace", "swap"), piece), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([{ tex, model }, edits]) => {
    const parts = tokenize(tex).tokens.map(({ text }) => text);
    for (const [place, how, other] of edits) {
      const at = place % parts.length;
      const [one = "", next = ""] = parts.slice(at, at + 2);
      if (how === "drop") parts.splice(at, 1);
      if (how === "double") parts.splice(at, 0, one);
      if (how === "replace") parts.splice(at, 1, other);
      if (how === "swap") parts.splice(at, 2, next, one);
    }
    return { tex: parts.join(" "), model };
  });

describe("random input", () => {
  it("never makes the parser or the checker throw or point outside: soups of tokens", () => {
    const soup = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (tex) => {
        for (const model of ["feedforward", "feedforward-batch"]) {
          expect(inside(tex, check(tex, loadModel(model)).diagnostics)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("never makes the parser or the checker throw or point outside: mutated equations", () => {
    fc.assert(
      fc.property(mutated, ({ tex, model }) => {
        expect(inside(tex, check(tex, loadModel(model)).diagnostics)).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it("never makes the judge throw or overrun its budget: mutated equations", () => {
    fc.assert(
      fc.property(mutated, ({ tex, model }) => {
        judged(tex, model);
      }),
      { numRuns: 1500 },
    );
  });

  it("never makes the search for a hint throw: mutated equations", () => {
    fc.assert(
      fc.property(mutated, ({ tex, model }) => {
        const judge = watched.get(model) ?? new Watched(loadModel(model));
        watched.set(model, judge);
        expect(VERDICTS).toContain(judgeWithHints(judge, tex).verdict);
      }),
      { numRuns: 150 },
    );
  });
});
