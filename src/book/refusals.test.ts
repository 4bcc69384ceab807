import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Judge, judgeWithHints } from "../engine/index.ts";
import { DIAGNOSTIC_CODES } from "../language/index.ts";
import { spellings } from "./spellings.ts";
import { loadModel } from "./models.ts";

interface Told {
  readonly code: string;
  readonly message: string;
  readonly marked: string;
  readonly hint?: string;
}
interface Row {
  readonly tex: string;
  readonly model?: string;
  readonly told: readonly Told[];
}

const ROOT = resolve(import.meta.dirname, "../..");
const rows = parse(readFileSync(resolve(ROOT, "content/corpus/refusals.yaml"), "utf8")) as Row[];

describe("what is refused", () => {
  it.each(rows)("is told in these words, at this place: $tex", ({ tex, model, told }) => {
    const judge = new Judge(loadModel(model ?? "feedforward"));
    const { verdict, diagnostics } = judgeWithHints(judge, tex);
    expect(verdict).toBe("not understood");
    const found = diagnostics.map(({ code, message, span, hint }): Told => ({
      code,
      message,
      marked: tex.slice(span.start, span.end),
      ...(hint ? { hint } : {}),
    }));
    expect(found).toEqual(told);
  });

  it("has each code, and each hint mends its equation when it is put in", () => {
    const codes = new Set(rows.flatMap(({ told }) => told.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([...DIAGNOSTIC_CODES].sort());
    const hinted = rows.filter(({ told }) => told[0]?.hint && !told[0].hint.includes("…"));
    expect(hinted.length).toBeGreaterThan(5);
    for (const { tex, model, told } of hinted) {
      const { hint } = told[0]!;
      const judge = new Judge(loadModel(model ?? "feedforward"));
      // The hint stands for one piece of the source: try it at every place.
      const mended = [...tex].some((_, start) =>
        [...tex].some((_end, length) => {
          const end = start + length;
          const edit = tex.slice(0, start) + hint + tex.slice(end);
          const near = length < hint!.length + 6 && edit !== tex;
          return near && judge.judge(edit).verdict === "holds";
        }),
      );
      expect(`${tex} ${mended}`).toBe(`${tex} true`);
    }
  });

  it("is told in independent parts at once, each with its own span", () => {
    const several = rows.filter(({ told }) => told.length >= 4);
    expect(several.length).toBeGreaterThan(1);
    for (const { told } of several) {
      expect(new Set(told.map(({ marked }) => marked)).size).toBe(told.length);
    }
  });
});

/** Every sentence that a source file can say, as an expression that its instances match. */
function sentencesOf(file: string): { sentence: string; matches: RegExp }[] {
  const code = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  const texts = code.matchAll(
    /`((?:[^`\\$]|\\[^]|\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}|\$)*)`|"((?:[^"\\\n]|\\.)*)"/g,
  );
  return [...texts]
    .map(([, template, plain]) => template ?? plain ?? "")
    .filter((text) => /[a-z] [a-z]/.test(text) && /\.$|^[A-Z⊙⟨]/.test(text))
    .map((sentence) => {
      const parts = sentence.split(/\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/);
      const escaped = parts.map((part) =>
        part.replaceAll("\\\\", "\\").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
      );
      return { sentence, matches: new RegExp(escaped.join("[^]*")) };
    });
}

/** Sentences that no short equation in our models can provoke, and where they are tested instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "An equation may have at most ${MAX_TOKENS} tokens.": "the lexer's and the hostile tests",
  "${node.name} has ${dimensions.length} axes; it is written with its indices.":
    "no model has a symbol with three axes yet",
  "There is no claim here.": "an empty equation is told as an expression that is missing",
};

describe("the list of refusals", () => {
  const files = globSync("src/language/**/*.ts", { cwd: ROOT })
    .filter((file) => !/\.test\.|fixtures|printers|read-model|model-data/.test(file))
    .map((file) => resolve(ROOT, file));
  const messages = [...rows, ...spellings].flatMap(({ told = [] }) =>
    told.map(({ message }) => message),
  );

  it("holds every sentence of the parser and the checker at least once", () => {
    const sentences = files.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(60);
    const silent = sentences.filter(
      ({ sentence, matches }) =>
        !(sentence in ELSEWHERE) && !messages.some((one) => matches.test(one)),
    );
    expect(silent.map(({ sentence }) => sentence)).toEqual([]);
  });

  it("would notice a sentence that it lacks", () => {
    const [first] = files.flatMap(sentencesOf);
    expect(first!.matches.test("Nothing that the parser says.")).toBe(false);
  });
});
