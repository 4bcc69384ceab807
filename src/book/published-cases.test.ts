import { describe, expect, it } from "vitest";
import { caseProgram, readCase } from "./cases.ts";
import { isRounded, PUBLICATIONS, readPublication, runPublication, valuesOn } from "./published.ts";

const relative = (value: number, truth: number): number =>
  Math.abs(value - truth) / Math.abs(truth);

describe.each(PUBLICATIONS)("the published example %s", (name) => {
  const rows = runPublication(name);

  it("says where its numbers come from and under which licence", () => {
    const { source, licence, title } = readPublication(name);
    for (const text of [source, licence, title]) expect(text).toMatch(/\S/);
  });

  for (const row of rows) {
    it(`${row.case}: ${row.tex}`, () => {
      expect(row.error).toBeLessThanOrEqual(row.within);
      // What is printed is the same number to its digits, except where the file says why not.
      expect({ misprinted: row.misprinted > 0 }).toEqual({ misprinted: row.wrong !== null });
    });
  }
});

describe("the published examples", () => {
  const rows = PUBLICATIONS.flatMap(runPublication);
  const wrong = rows.filter((row) => row.wrong !== null);

  it("are all there, and some of them print what is wrong", () => {
    expect(rows.length).toBeGreaterThan(140);
    expect(wrong.map((row) => row.publication)).toContain("mazur");
    expect(wrong.map((row) => row.publication)).toContain("classics");
  });

  it("would not be reproduced with one digit changed (negative control)", () => {
    const { cases } = readPublication("mazur");
    const [first] = cases[0]!.expect!.filter(({ published }) => published);
    const [value, text] = [first!.values[0]!, first!.published![0]!];
    expect(isRounded(text, value)).toBe(true);
    expect(isRounded(text, value + 0.6 * 10 ** -text.split(".")[1]!.length)).toBe(false);
    expect(isRounded("12", 12.6)).toBe(false);
  });

  it("show in a step of training which weights were used: the wrong order gives the printed 0.291027924", () => {
    const one = (id: string) => rows.find((row) => row.case === id && row.tex === "E")!;
    expect(one("one step").misprinted).toBe(1);
    expect(one("one step, upper weights updated too early").misprinted).toBe(0);
  });
});

describe("the pocket net", () => {
  const program = caseProgram("pocket");
  const { given } = readCase("pocket");

  /** Written by hand, without the engine: forward, then the three equations. */
  function byHand() {
    const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
    const theta = given["\\theta"] as Record<string, number[][]>;
    const bias = given.b as Record<string, number[]>;
    const x = given.x as number[];
    const y = given.y as number[];
    const layer = (w: number[][], b: number[], a: number[]): number[] =>
      w.map((row, i) => row.reduce((sum, weight, j) => sum + weight * a[j]!, b[i]!));
    const z2 = layer(theta["1"]!, bias["1"]!, x);
    const a2 = z2.map(sigmoid);
    const z3 = layer(theta["2"]!, bias["2"]!, a2);
    const a3 = z3.map(sigmoid);
    const d3 = a3.map((a, i) => (a - y[i]!) * a * (1 - a));
    const d2 = a2.map(
      (a, j) => theta["2"]!.reduce((sum, row, i) => sum + row[j]! * d3[i]!, 0) * a * (1 - a),
    );
    const outer = (d: number[], a: number[]): number[] =>
      d.flatMap((one) => a.map((other) => one * other));
    const error = a3.reduce((sum, a, i) => sum + (a - y[i]!) ** 2 / 2, 0);
    return {
      "z^{(2)}": z2,
      "a^{(2)}": a2,
      "z^{(3)}": z3,
      "h(x)": a3,
      "\\delta^{(3)}": d3,
      "\\delta^{(2)}": d2,
      "\\frac{\\partial E}{\\partial \\theta^{(1)}}": outer(d2, x),
      "\\frac{\\partial E}{\\partial \\theta^{(2)}}": outer(d3, a2),
      "\\frac{\\partial E}{\\partial b^{(1)}}": d2,
      E: [error],
    };
  }

  for (const [tex, truth] of Object.entries(byHand())) {
    it(`agrees with a pass written by hand: ${tex}`, () => {
      valuesOn(program, tex).forEach((value, at) =>
        expect(relative(value, truth[at]!)).toBeLessThan(1e-12),
      );
    });
  }

  it("has the numbers that the book plan prints, to four digits", () => {
    const printed: Record<string, number[]> = {
      "a^{(2)}": [0.2689, 0.3775, 0.1192],
      "\\delta^{(3)}": [-0.1266, 0.0562],
      "\\delta^{(2)}": [-0.0553, 0.0413, -0.0236],
      "\\frac{\\partial E}{\\partial \\theta^{(1)}}": [
        -0.0277, -0.1106, 0.0206, 0.0826, -0.0118, -0.0473,
      ],
      E: [0.7612],
    };
    for (const [tex, values] of Object.entries(printed)) {
      expect(valuesOn(program, tex).map((value) => Number(value.toFixed(4)))).toEqual(values);
    }
  });
});
