import { describe, expect, it } from "vitest";
import { Judge, judgeWithHints } from "../engine/index.ts";
import { readTyped } from "../language/index.ts";
import { readingOf as tree, spellings, type Spelling } from "./spellings.ts";
import { typeset } from "./typeset.ts";
import { katexLeaves, visibleTokens } from "./katex-leaves.ts";
import { loadModel } from "./models.ts";

const judges = new Map<string, Judge>();
const judgeOf = ({ model = "feedforward" }: Spelling): Judge => {
  const judge = judges.get(model) ?? new Judge(loadModel(model));
  judges.set(model, judge);
  return judge;
};

const hintOf = ({ told = [] }: Spelling): string | undefined => told[0]?.hint;

describe("what is really typed", () => {
  it.each(spellings)("$kind: $tex", (row) => {
    const judge = judgeOf(row);
    const { verdict, diagnostics } = judgeWithHints(judge, row.tex);
    expect(verdict).toBe(row.verdict);
    const told = diagnostics.map(({ code, message, span, hint }) => ({
      code,
      message: message.replace(/It knows .*$/, "It knows …"),
      marked: row.tex.slice(span.start, span.end),
      ...(hint ? { hint } : {}),
    }));
    expect(told).toEqual(row.told ?? []);
    if (verdict !== "not understood") {
      expect(tree(row.tex, judge.model)).toBe(tree(row.as!, judge.model));
    }
  });

  it.each(spellings)("is read from a box as it is meant, or not at all: $tex", (row) => {
    const judge = judgeOf(row);
    const { tex } = readTyped(row.tex, judge.model);
    const { verdict } = judge.judge(tex);
    expect(verdict).toBe(row.typed ?? row.verdict);
    if (verdict !== "not understood")
      expect(tree(tex, judge.model)).toBe(tree(row.as!, judge.model));
  });

  it.each(spellings.filter(hintOf))("is hinted at truly: $tex", (row) => {
    const { model } = judgeOf(row);
    const hint = hintOf(row)!;
    const wanted = tree(row.as!, model);
    // A hint is the whole formula, or a piece of it that is put in where the marked one stands.
    const pieces = [...row.tex].flatMap((_, start) =>
      [...row.tex.slice(start)].map((_end, length) => ({ start, end: start + length + 1 })),
    );
    const isMeant =
      tree(hint, model) === wanted ||
      pieces.some(
        ({ start, end }) =>
          end - start < hint.length + 4 &&
          tree(row.tex.slice(0, start) + hint + row.tex.slice(end), model) === wanted,
      );
    expect(isMeant).toBe(true);
    expect(judgeOf(row).judge(row.as!).verdict).toBe("holds");
  });
});

describe("what is understood, read or hinted at", () => {
  const shown = spellings.flatMap((row) => {
    const { tex } = readTyped(row.tex, judgeOf(row).model);
    return [
      ...(row.verdict === "not understood" ? [] : [row.tex]),
      ...((row.typed ?? row.verdict) === "not understood" ? [] : [tex]),
      ...(hintOf(row) ? [hintOf(row)!] : []),
    ];
  });

  it("is set by KaTeX, and shows what the parser consumed", () => {
    expect(shown.length).toBeGreaterThan(250);
    for (const tex of shown) {
      expect({ tex, problem: typeset(tex, tex, true).problem }).toEqual({
        tex,
        problem: undefined,
      });
      expect(visibleTokens(tex)).toEqual(katexLeaves(tex));
    }
  });
});

describe("the table of what is typed", () => {
  it("is long, has many kinds, and hints both given and withheld", () => {
    expect(spellings.length).toBeGreaterThanOrEqual(120);
    expect(new Set(spellings.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(spellings.map(({ tex, model }) => `${tex} ${model}`)).size).toBe(
      spellings.length,
    );
    expect(spellings.filter(hintOf).length).toBeGreaterThan(80);
    const withheld = spellings.filter((row) => row.told && !hintOf(row));
    expect(withheld.length).toBeGreaterThan(25);
  });

  it("withholds a hint only where no meaning is known, or what is meant is false or claims nothing", () => {
    for (const row of spellings.filter(
      ({ told, as }) => told && !hintOf({ told } as Spelling) && as,
    )) {
      expect(["fails", "value"]).toContain(judgeOf(row).judge(row.as!).verdict);
    }
  });

  it("reads no layer from a number, no ⊙ from ∘, and no letter of another course without asking", () => {
    const kinds =
      /^(layer as a number|layer and a plus|other (signs for ⊙|letters)|another (letter|course)|capital)/;
    const asked = spellings.filter(({ kind }) => kinds.test(kind));
    expect(asked.length).toBeGreaterThan(40);
    const accepted = asked.filter(({ verdict, typed }) => (typed ?? verdict) !== "not understood");
    // `.*` has one meaning in every language that has it.
    expect(accepted.map(({ tex }) => tex)).toEqual([
      "\\delta^{(L)} = (a^{(L)} - y) .* g'(z^{(L)})",
    ]);
  });
});
