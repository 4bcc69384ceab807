import { describe, expect, it } from "vitest";
import { readCase } from "../cases.ts";
import { loadModel } from "../models.ts";
import { constraintsFor, UsageError } from "./options.ts";
import { runCommand, runJson, temporaryFile, type Row } from "../fixtures/run-command.ts";

/** Two inputs, one output, g(z) = z: z = 2 · 0.5 + 3 · (−1) + 1 = −1, E = ½ (−1 − 1)² = 2. */
const GIVEN = { x: [0.5, -1], "\\theta": { "1": [[2, 3]] }, b: { "1": [1] }, y: [1] };
const file = (name: string, data: unknown): string =>
  temporaryFile(`${name}.json`, JSON.stringify(data));
const given = file("given", GIVEN);
const value = (args: readonly string[]): Row[] =>
  runJson(["value", "--given", given, "--g", "identity", ...args]).rows;

describe("value", () => {
  it("agrees with numbers computed by hand, as nested arrays with their shape", () => {
    const byHand: [tex: string, value: unknown, shape: number[]][] = [
      ["z^{(2)}", [-1], [1]],
      ["z_1^{(2)}", -1, []],
      ["h(x)", [-1], [1]],
      ["E", 2, []],
      ["\\delta^{(2)}", [-2], [1]],
      // (a − y) x, a row for the one output.
      ["\\frac{\\partial E}{\\partial \\theta^{(1)}}", [[-1, 2]], [1, 2]],
      ["\\frac{\\partial E}{\\partial b^{(1)}}", [-2], [1]],
      ["\\frac{\\partial E}{\\partial x}", [-4, -6], [2]],
      ["\\frac{\\partial^2 E}{\\partial x_1 \\partial x_2}", 6, []],
      ["(\\theta^{(1)})^T", [[2], [3]], [2, 1]],
      ["E(x_1 + 1)", 0, []],
      ["\\sqrt{2} \\sqrt{2}", 2, []],
    ];
    const rows = value(byHand.map(([tex]) => tex));
    byHand.forEach(([tex, expected, shape], at) => {
      const found = rows[at]!;
      expect({ tex, shape: found.shape }).toEqual({ tex: found.tex, shape });
      const [one, other] = [found.value, expected].map((list) => [list].flat(3) as number[]);
      one!.forEach((number, place) => expect(number).toBeCloseTo(other![place]!, 13));
      expect(one).toHaveLength(other!.length);
    });
  });

  it("reproduces Mazur's published error and gradients", () => {
    const mazur = readCase("mazur");
    const args = ["--given", file("mazur", mazur.given), "--g", mazur.g, "--json"];
    const { lines } = runCommand([
      ...["value", "E", "\\frac{\\partial E}{\\partial \\theta_{1,1}^{(2)}}"],
      ...["\\frac{\\partial E}{\\partial \\theta_{1,1}^{(1)}}", ...args],
    ]);
    const [error, w5, w1] = lines.map((line) => (JSON.parse(line) as { value: number }).value);
    // As the page prints them.
    expect(error!.toFixed(9)).toBe("0.298371109");
    expect(w5!.toFixed(9)).toBe("0.082167041");
    expect(w1!.toFixed(9)).toBe("0.000438568");
  });

  it("gives every place of a free index, and says which is which", () => {
    const [row] = value(["x_i \\cdot x_i"]);
    expect(row).toMatchObject({ value: [0.25, 1], indices: [{ i: 1 }, { i: 2 }] });
  });

  it("without --json prints the bare array, alone on standard output", () => {
    const args = ["value", "--given", given, "--g", "identity", "x"];
    expect(runCommand(args)).toEqual({ code: 0, lines: ["[0.5,-1]"], error: "" });
  });

  it("draws what is left out from the seed, with the sizes that the given numbers imply", () => {
    const some = file("some", { x: [1, 2, 3, 4, 5, 6] });
    const run = (seed: string) =>
      runJson(["value", "\\theta^{(1)}", "--given", some, "--seed", seed]).rows[0]!;
    expect(run("1")).toEqual(run("1"));
    expect(run("1").value).not.toEqual(run("2").value);
    expect((run("1").shape as number[])[1]).toBe(6);
    const [sized] = runJson(["value", "\\theta^{(2)}", "--sizes", "2,7,4"]).rows;
    expect(sized!.shape).toEqual([4, 7]);
  });

  it("refuses a relation, an unknown symbol and a wrong shape with exit code 2", () => {
    for (const [tex, code] of [
      ["E = E", "syntax"],
      ["w", "symbol"],
      ["x + y", "shape"],
    ] as const) {
      const { rows, code: exit } = runJson(["value", tex]);
      expect({ tex, exit, code: rows[0]!.code }).toEqual({ tex, exit: 2, code });
      expect(rows[0]!.span).toHaveLength(2);
    }
  });
});

describe("given numbers of other models", () => {
  const valueOf = (tex: string, model: string, data: unknown, g: string[] = []) =>
    runJson(["value", tex, "--model", model, "--given", file("other", data), ...g]).rows[0]!.value;

  it("say how long signal and kernel are: counted by hand", () => {
    const data = { a: [1, 2, 0, -1, 3], w: [1, 0, 2], b: 0.5 };
    expect(valueOf("z", "convolution", data)).toEqual([1.5, 0.5, 6.5]);
    expect(valueOf("\\frac{\\partial z_2}{\\partial a}", "convolution", data)).toEqual([
      0, 1, 0, 2, 0,
    ]);
    expect(valueOf("c", "pooling", { a: [1, 2, 5, -1] })).toEqual([2, 5]);
  });

  it("may have three axes", () => {
    const kernels = [[[1, 2]], [[0, 3]], [[1, 0]]];
    const data = { w: kernels, a: [[1, 4, 2]], b: [0, 1, 0] };
    expect(valueOf("z", "convolution-channels", data)).toEqual([
      [9, 8],
      [13, 7],
      [1, 4],
    ]);
    expect(valueOf("w_{2,1,2}", "convolution-channels", data)).toBe(3);
  });

  it("may be a family by time", () => {
    const data = { w: 2, u: 1, b: 0, c: 0, x: { "1": 1, "2": 0, "3": 0 }, y: 1 };
    const line = ["--g", "identity"];
    expect(valueOf("s_3", "recurrent-scalar", data, line)).toBe(4);
    expect(valueOf("\\delta_1", "recurrent-scalar", data, line)).toBe(12);
  });

  it.each([
    ["m is 2, but 1 by t.", "batch-normalisation", { x: [[1], [2]], t: [[1]] }],
    ["a has 3 entries, so M would be 1.5.", "pooling", { a: [1, 2, 3] }],
  ])("are refused where they contradict: %s", (told, model, data) => {
    expect(() => constraintsFor(loadModel(model), { given: data })).toThrow(told);
  });
});

describe("given numbers that cannot be", () => {
  const wrong: [why: string, data: unknown, name: string, more?: string[]][] = [
    ["an unknown symbol", { w: [1] }, "w"],
    ["a computed symbol", { a: { "2": [1] } }, "a"],
    ["a wrong number of axes", { x: [[1, 2]] }, "x"],
    ["rows of unequal length", { "\\theta": { "1": [[1, 2], [3]] } }, "\\theta^{(1)}"],
    ["text for a number", { x: ["1"] }, "x"],
    ["a family without its labels", { "\\theta": [[1, 2]] }, "\\theta"],
    ["labels for what is no family", { x: { "1": [1] } }, "x"],
    ["two widths for one layer", { x: [1, 2], "\\theta": { "1": [[1, 2, 3]] } }, "n_1"],
    ["a conflict with --sizes", { x: [1, 2] }, "n_1", ["--sizes", "3,2"]],
    ["more layers than --sizes", { "\\theta": { "3": [[1]] } }, "layers", ["--sizes", "1,1"]],
    ["a list instead of an object", [1, 2], "object"],
    ["a constant that is no number", { "\\eta": [1] }, "\\eta"],
  ];

  it.each(wrong)("are refused by name: %s", (_why, data, name, more = []) => {
    const sizes = more[1]?.split(",").map(Number);
    const read = () => constraintsFor(loadModel("feedforward"), { given: data, sizes });
    expect(read).toThrow(UsageError);
    expect(read).toThrow(name);
  });

  it("end the process with 64, told on standard error alone", () => {
    const path = file("conflict", { x: [1, 2] });
    const { code, lines, error } = runCommand(["value", "E", "--given", path, "--sizes", "3,2"]);
    expect({ code, lines }).toEqual({ code: 64, lines: [] });
    expect(error.split("\n")[0]).toBe("n_1 is 2 by the given numbers, but 3 by the sizes.");
    const broken = temporaryFile("broken.json", "{");
    expect(runCommand(["value", "E", "--given", broken]).code).toBe(64);
  });

  it("are accepted where they fit (negative control)", () => {
    const { widths } = constraintsFor(loadModel("feedforward"), { given: GIVEN });
    expect(widths.n).toEqual([2, 1]);
  });
});
