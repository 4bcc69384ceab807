import { describe, expect, it } from "vitest";
import { court, readClaims } from "../book/claims.ts";
import { check, parse } from "../language/index.ts";
import { mutantsOf } from "./mutate.ts";

const { modelOf } = court();
const claims = readClaims();

/** A tree without what only its text or the checker says. */
const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      ["span", "source", "shape", "ranges"].includes(key) ? undefined : inner,
    ),
  );

const mutants = (tex: string, model = "feedforward") =>
  mutantsOf(check(tex, modelOf(model)).typed.equation, modelOf(model));

describe("the mutants of the book", () => {
  it("are read from their LaTeX as the tree that was edited", () => {
    const misread: string[] = [];
    let read = 0;
    for (const { tex, model } of claims) {
      for (const mutant of mutants(tex, model)) {
        const { equation, diagnostics } = parse(mutant.tex, modelOf(model));
        if (diagnostics.length > 0) continue;
        read += 1;
        try {
          expect(bare(equation)).toEqual(bare(mutant.equation));
        } catch {
          misread.push(mutant.tex);
        }
      }
    }
    expect(misread).toEqual([]);
    expect(read).toBeGreaterThan(2000);
  });

  it("differ from each other and from the equation in what is printed", () => {
    for (const { tex, model } of claims) {
      const printed = mutants(tex, model).map((mutant) => mutant.tex);
      expect(new Set(printed).size).toBe(printed.length);
    }
  });

  it("put brackets where the edited tree needs them", () => {
    const printed = mutants("a^{(k+1)} = \\theta^{(k)} a^{(k)} \\odot (v^{(k+1)} + b^{(k)})").map(
      ({ tex }) => tex,
    );
    expect(printed).toContain(
      "a^{(k+1)} = \\left(\\theta^{(k)} a^{(k)}\\right)^T \\odot \\left(v^{(k+1)} + b^{(k)}\\right)",
    );
    expect(printed).toContain(
      "a^{(k+1)} = 2 \\left(\\theta^{(k)} a^{(k)} \\odot \\left(v^{(k+1)} + b^{(k)}\\right)\\right)",
    );
  });
});
