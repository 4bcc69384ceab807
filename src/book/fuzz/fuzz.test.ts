import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Judge } from "../../engine/index.ts";
import { loadModel } from "../models.ts";
import { examine, judging, type Judging } from "./examine.ts";
import { Examiner } from "./examiner.ts";
import { candidate, FAMILY_NAMES, realEquations } from "./strings.ts";

describe("the strings of the fuzzer", () => {
  it("are the same for the same seed and others for another", () => {
    const drawn = (seed: string) =>
      FAMILY_NAMES.flatMap((family) => [0, 1, 2, 3].map((at) => candidate(seed, family, at)));
    expect(drawn("one")).toEqual(drawn("one"));
    expect(drawn("one")).not.toEqual(drawn("other"));
  });

  it("hold what is hard to read: NUL, half a surrogate pair, deep brackets, huge numbers", () => {
    const all = FAMILY_NAMES.flatMap((family) =>
      Array.from({ length: 400 }, (_, at) => candidate("kinds", family, at).tex),
    );
    expect(all.some((tex) => tex.includes("\u0000"))).toBe(true);
    expect(all.some((tex) => !tex.isWellFormed())).toBe(true);
    expect(all.some((tex) => tex.split("{").length > 200)).toBe(true);
    expect(all.some((tex) => tex.includes("1000000000000"))).toBe(true);
  });
});

describe("the contract", () => {
  const honest = { tex: "x = y", model: "feedforward" };
  const kindOf = (judged: Judging) => examine(honest, judged).fault?.kind;

  it("is kept by an ordinary refusal", () => {
    expect(examine(honest)).toMatchObject({ verdict: "not understood", code: "shape" });
    expect(kindOf(judging)).toBeUndefined();
  });

  it("is broken by a throw, a span outside, a missing sentence, a verdict of its own (negative control)", () => {
    const turned =
      (change: (judgement: ReturnType<Judging>) => object): Judging =>
      (judge, tex, budget) => {
        const judgement = judge.judge(tex, { budget });
        return { ...judgement, ...change(judgement) };
      };
    const first = (change: object) =>
      turned(({ diagnostics }) => ({ diagnostics: [{ ...diagnostics[0]!, ...change }] }));
    expect(
      kindOf(() => {
        throw new TypeError("x is undefined");
      }),
    ).toBe("threw");
    expect(kindOf(first({ span: { start: 2, end: 99 } }))).toBe("outside");
    expect(kindOf(first({ span: { start: 3, end: 2 } }))).toBe("outside");
    expect(kindOf(first({ related: [{ start: -1, end: 2 }] }))).toBe("outside");
    expect(kindOf(first({ message: "" }))).toBe("no sentence");
    expect(kindOf(first({ message: "The order is NaN." }))).toBe("no sentence");
    expect(kindOf(first({ code: "nonsense" }))).toBe("no sentence");
    expect(kindOf(turned(() => ({ verdict: "perhaps" })))).toBe("no verdict");
    expect(kindOf(turned(() => ({ diagnostics: [] })))).toBe("no verdict");
  });

  it("is broken by work that no budget paid for (negative control)", () => {
    const wasteful: Judging = (judge, tex, budget) => {
      const program = judge.program(
        { counts: {}, widths: {}, choices: {}, given: new Map() },
        "1",
        0,
      );
      for (let made = 0; made <= budget.steps; made += 1) program.tape.input(made);
      return judge.judge(tex, { budget });
    };
    expect(kindOf(wasteful)).toBe("over budget");
  });

  it("is kept by what fast-check makes, and shrinks, of the book's equations", () => {
    const real = realEquations();
    const cut = fc
      .tuple(
        fc.constantFrom(...real),
        fc.nat(200),
        fc.nat(8),
        fc.string({ unit: "binary", maxLength: 8 }),
      )
      .map(([{ tex, model }, at, length, other]) => ({
        tex: tex.slice(0, at) + other + tex.slice(at + length),
        model,
      }));
    fc.assert(
      fc.property(cut, (string) => {
        expect(examine(string).fault).toBeUndefined();
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});

describe("a process that examines", () => {
  const batch = { seed: "1", family: FAMILY_NAMES[0]!, from: 0, count: 20 };

  it("tells what became of each string, and of none where it hangs", async () => {
    const examiner = new Examiner(60_000);
    const result = await examiner.ask(batch);
    expect(result?.tally.strings).toBe(20);
    expect(result?.found).toEqual([]);
    examiner.close();
    expect(await new Examiner(1).ask({ ...batch, count: 100_000 })).toBeUndefined();
  });

  it("judges in it as here", () => {
    const { tex, model } = candidate("1", batch.family, 0);
    expect(examine({ tex, model }).verdict).toBe(new Judge(loadModel(model)).judge(tex).verdict);
  });
});
