import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBook } from "../../book/corpus.ts";
import { loadModel } from "../../book/models.ts";
import { check, tokenize, type Diagnostic } from "../../language/index.ts";
import { HOSTILE } from "../fixtures/hostile-inputs.ts";
import { Judge, judgeWithHints, type Judgement } from "../index.ts";

const VERDICTS = ["holds", "fails", "cannot tell", "not understood", "value"];
const inside = (tex: string, diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics
    .flatMap(({ span, related = [] }) => [span, ...related])
    .every(({ start, end }) => 0 <= start && start <= end && end <= tex.length);

const judges = new Map<string, Judge>();
function judgeOf(name: string): Judge {
  const judge = judges.get(name) ?? new Judge(loadModel(name));
  judges.set(name, judge);
  return judge;
}

function judged(tex: string, name = "feedforward"): Judgement {
  const judgement = judgeOf(name).judge(tex);
  expect(VERDICTS).toContain(judgement.verdict);
  expect(inside(tex, judgement.diagnostics)).toBe(true);
  if (judgement.verdict === "not understood") expect(judgement.message).not.toBe("");
  return judgement;
}

describe("hostile input", () => {
  it.each(HOSTILE)("ends in an error within the budget of steps: %s", (_name, tex, code) => {
    const { verdict, code: found } = judged(tex);
    expect({ verdict, code: found }).toEqual({ verdict: "not understood", code });
  });

  it("does not keep the next equation from being judged", () => {
    expect(judged("a^{(k)} = g(z^{(k)})").verdict).toBe("holds");
    expect(judged("a^{(k)} = z^{(k)}").verdict).toBe("fails");
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
        expect(VERDICTS).toContain(judgeWithHints(judgeOf(model), tex).verdict);
      }),
      { numRuns: 150 },
    );
  });
});
