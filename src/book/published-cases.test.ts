import { describe, expect, it } from "vitest";
import { compile, Program, readGiven } from "../engine/index.ts";
import { check } from "../language/index.ts";
import { caseProgram, readCase } from "./cases.ts";

/** All entries of an expression on a program, row by row. */
function valuesOn(program: Program, tex: string): number[] {
  const span = { start: 0, end: 0 };
  const size = { kind: "count", name: "L", value: program.network.counts.L ?? 0, span } as const;
  const { typed, diagnostics } = check(tex, program.model, [size]);
  expect(diagnostics).toEqual([]);
  const block = compile(program, typed.claims[0]!.sides[0]!, new Map());
  return block.slots.map((slot) => program.tape.value(slot));
}

const relative = (value: number, truth: number): number =>
  Math.abs(value - truth) / Math.abs(truth);

describe("Mazur's worked example", () => {
  const { expect: rows = [], given } = readCase("mazur");
  const program = caseProgram("mazur");

  for (const { tex, values, published, note } of rows) {
    it(`is reproduced: ${tex}`, () => {
      const found = valuesOn(program, tex);
      expect(found).toHaveLength(values.length);
      found.forEach((value, at) => expect(relative(value, values[at]!)).toBeLessThan(1e-12));
      // What the page prints is the same number to its digits, except where a note says why not.
      published?.forEach((text, at) => {
        const digits = text.split(".")[1]!.length;
        const agrees = Math.abs(found[at]! - Number(text)) <= 0.51 * 10 ** -digits;
        expect(`${text} ${agrees}`).toBe(`${text} ${note === undefined}`);
      });
    });
  }

  it("prints 0.291027924, which comes from weights updated too early", () => {
    const updated = (layer: 1 | 2): number[][] => {
      const rule =
        layer === 2
          ? "\\theta^{(2)} - \\eta \\frac{\\partial E}{\\partial \\theta^{(2)}}"
          : rows.find(({ note }) => note?.startsWith("the wrong rule"))!.tex;
      const [a, b, c, d] = valuesOn(program, rule);
      return [
        [a!, b!],
        [c!, d!],
      ];
    };
    const early = { ...given, "\\theta": { "1": updated(1), "2": updated(2) } };
    const { constraints, problems } = readGiven(program.model, early);
    expect(problems).toEqual([]);
    const after = new Program(program.model, { ...program.network, given: constraints.given });
    const [wrong] = valuesOn(after, "E");
    const [right] = valuesOn(program, "E(\\theta - \\eta \\nabla E)");
    expect(wrong!.toFixed(9)).toBe("0.291027924");
    expect(right!.toFixed(9)).toBe("0.291027774");
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
