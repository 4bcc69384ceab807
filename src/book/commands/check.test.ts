import { describe, expect, it } from "vitest";
import { runCommand, runJson, temporaryFile } from "../fixtures/run-command.ts";

const HOLDS = "a^{(k)} = g(z^{(k)})";
const FAILS = "a^{(k)} = z^{(k)}";
const NOT_UNDERSTOOD = "a^{(k)} = w";
const CANNOT_TELL = "10000000000000 + E = 10000000000000 + 2 E";

describe("the exit code of check", () => {
  it.each([
    [0, [HOLDS, "E"]],
    [3, [HOLDS, CANNOT_TELL]],
    [1, [CANNOT_TELL, FAILS, HOLDS]],
    [2, [CANNOT_TELL, FAILS, NOT_UNDERSTOOD]],
  ])("is %i for %j: the first of 2, 1, 3 that occurs, else 0", (code, equations) => {
    expect(runCommand(["check", ...equations]).code).toBe(code);
  });

  it.each([
    [[]],
    [["prove", HOLDS]],
    [["check", HOLDS, "--model", "no-such-model"]],
    [["check", HOLDS, "--g", "cosine"]],
    [["check", HOLDS, "--sizes", "3,10000"]],
    [["check", HOLDS, "--sizes", "3"]],
    [["check", HOLDS, "--given", "no-such-file.json"]],
    [["check", HOLDS, "--colour"]],
  ])("is 64 for wrong use, told on standard error alone: %j", (args) => {
    const { code, lines, error } = runCommand(args);
    expect({ code, lines }).toEqual({ code: 64, lines: [] });
    expect(error).toContain("--model");
  });
});

describe("check --json", () => {
  const input = [HOLDS, "", "   ", FAILS, NOT_UNDERSTOOD, CANNOT_TELL, "E"].join("\n");
  const { rows, error, code } = runJson(["check"], `${input}\n`);

  it("gives one object a line, in the order of the input, and skips blank lines", () => {
    expect(rows.map(({ tex }) => tex)).toEqual([HOLDS, FAILS, NOT_UNDERSTOOD, CANNOT_TELL, "E"]);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      "holds",
      "fails",
      "not understood",
      "cannot tell",
      "value",
    ]);
    expect({ code, error }).toEqual({ code: 2, error: "" });
  });

  it("has all fields in every object, in their order and with their types", () => {
    const fields = ["tex", "id", "verdict", "code", "message", "span"];
    const more = ["layers", "places", "worst", "counterexample"];
    for (const row of rows) {
      expect(Object.keys(row).slice(0, 10)).toEqual([...fields, ...more]);
      expect(typeof row.message).toBe("string");
      expect(typeof row.places).toBe("number");
      expect(row.id).toBeNull();
    }
    const [holds, fails, refused] = rows as [never, never, never];
    expect(holds).toMatchObject({
      code: null,
      span: null,
      layers: "k = 2 … L",
      counterexample: null,
    });
    expect(refused).toMatchObject({ code: "symbol", span: [10, 11], layers: null, worst: null });
    expect(fails).toMatchObject({
      code: null,
      span: [10, 17],
      counterexample: {
        indices: { k: expect.any(Number) },
        left: expect.any(Number),
        right: expect.any(Number),
        sizes: [1, 1],
        g: expect.any(String),
        seed: expect.any(String),
        given: { x: [expect.any(Number)] },
      },
    });
    expect((holds as { worst: number }).worst).toBeLessThan(1e-12);
    expect((fails as { worst: number }).worst).toBeGreaterThan(1e-6);
  });

  it("gives spans in UTF-16 units", () => {
    const [row] = runJson(["check", "E = 😀 + w"]).rows;
    const [start, end] = row!.span as [number, number];
    expect("E = 😀 + w".slice(start, end)).toBe("😀");
  });

  it("reads lines of JSON with their own model, sizes, g, given and id", () => {
    const lines = [
      { tex: "\\rho = 1", model: "difference", id: "own model" },
      { tex: "E = 2", sizes: [1, 1], g: "identity", id: "own numbers", given: GIVEN },
      { tex: "E = 2.5", sizes: [1, 1], g: "identity", given: GIVEN },
      { tex: "g(z_1^{(2)}) = z_1^{(2)}", g: "identity" },
      { tex: "g(z_1^{(2)}) = z_1^{(2)}", g: "tanh" },
    ].map((one) => JSON.stringify(one));
    const { rows: found } = runJson(["check"], ["\\rho = 1", ...lines].join("\n"));
    expect(found.map(({ verdict, id }) => [verdict, id])).toEqual([
      ["not understood", null],
      ["fails", "own model"],
      ["holds", "own numbers"],
      ["fails", null],
      ["holds", null],
      ["fails", null],
    ]);
  });

  it("says of a line that is no JSON, or has no tex, which line it is", () => {
    const broken = runCommand(["check"], `${HOLDS}\n\n{"tex": \n`);
    expect({ code: broken.code, lines: broken.lines }).toEqual({ code: 64, lines: [] });
    expect(broken.error).toMatch(/^Line 3 of the input is not JSON/);
    expect(runCommand(["check"], '{"id": "a"}\n').error).toMatch(/^Line 1 .* has no "tex"/);
    const kind = runCommand(["check"], '{"tex": "E", "sizes": 3}\n');
    expect(kind.error).toMatch(/^Line 1 of the input: "sizes" is not of its kind/);
  });
});

/** z = 2 · 1.5 − 1 = 2, E = ½ (2 − 4)² = 2 with the identity. */
const GIVEN = { x: [1.5], "\\theta": { "1": [[2]] }, b: { "1": [-1] }, y: [4] };

describe("check for a person", () => {
  it("prints results on standard output, with carets below a refusal", () => {
    const { lines, error } = runCommand(["check", HOLDS, NOT_UNDERSTOOD]);
    expect(error).toBe("");
    expect(lines[0]).toMatch(/^holds · .*k = 2 … L.* · \d+ places · .*a\^/);
    expect(lines[1]).toContain(NOT_UNDERSTOOD);
    // The caret stands below the w.
    expect(lines[2]!.indexOf("^")).toBe(lines[1]!.indexOf("w"));
    expect(lines[3]).toMatch(/^w is not a symbol of this model/);
  });

  it("takes an equation that begins with a minus for an equation", () => {
    expect(runCommand(["check", "-E = -E"]).code).toBe(0);
  });

  it("prints the same twice, and other numbers for another seed", () => {
    const told = (seed: string) => runCommand(["check", FAILS, "--json", "--seed", seed]).lines;
    expect(told("7")).toEqual(told("7"));
    expect(told("7")).not.toEqual(told("8"));
  });
});

describe("--model with a path", () => {
  const text = `
title: A rectangle
judge: { n: [2] }
indices: { i: side }
symbols:
  s: { shape: "n_1", role: given, domain: positive, reads: sides }
  A: { reads: area }
definitions: ["A = s_1 s_2"]
`;

  it("reads a model file from anywhere", () => {
    const path = temporaryFile("rectangle.yaml", text);
    const { rows } = runJson(["check", "--model", path, "A = s_1 s_2", "A = s_1 + s_2", "E = A"]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["holds", "fails", "not understood"]);
  });

  it("says what is wrong with a file that is none", () => {
    const broken = temporaryFile("broken.yaml", text.replace("s_1 s_2", "s_1 s_2 w"));
    const { code, lines, error } = runCommand(["check", "--model", broken, "A = A"]);
    expect({ code, lines }).toEqual({ code: 64, lines: [] });
    expect(error).toContain("w is not a symbol of this model");
    const empty = temporaryFile("empty.yaml", "title: nothing");
    expect(runCommand(["check", "--model", empty, "A = A"]).code).toBe(64);
  });
});

describe("check --typed", () => {
  const typed = "theta^(k)' delta^(k+1) .* g'(z^(k)) = delta^(k)";
  const house = "\\theta^{(k)T} \\delta^{(k+1)} \\odot g'(z^{(k)}) = \\delta^{(k)}";

  it("judges what is typed as the house LaTeX that it can only be, and shows it", () => {
    const [row] = runJson(["check", typed, "--typed"]).rows;
    expect(row).toMatchObject({ tex: typed, read: house, verdict: "holds" });
    expect(runCommand(["check", typed, "--typed"]).lines.join("")).toContain(house);
  });

  it("is not needed for the hint, and house LaTeX is judged as it stands", () => {
    const [row] = runJson(["check", typed]).rows;
    expect(row).toMatchObject({ verdict: "not understood", hint: house });
    expect(row).not.toHaveProperty("read");
    expect(runJson(["check", HOLDS, "--typed"]).rows[0]).not.toHaveProperty("read");
  });

  it("does not take another course's letters for ours without asking", () => {
    const tex = "z^(k+1) = W^(k) a^(k) + b^(k)";
    const [row] = runJson(["check", tex, "--typed"]).rows;
    const hint = "z^{(k+1)} = \\theta^{(k)} a^{(k)} + b^{(k)}";
    expect(row).toMatchObject({ verdict: "not understood", code: "symbol", hint });
  });

  it("points into what was typed where that is refused", () => {
    const [row] = runJson(["check", "theta^(k) = w", "--typed"]).rows;
    const [start, end] = row!.span as [number, number];
    expect("theta^(k) = w".slice(start, end)).toBe("w");
  });
});
