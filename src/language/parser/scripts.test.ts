import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { printAffine } from "../affine.ts";
import type { Node } from "../tree.ts";
import { parse } from "./index.ts";

const read = (tex: string, model = "feedforward") => parse(tex, loadModel(model));

const only = (tex: string, model?: string): Node => {
  const { equation, diagnostics } = read(tex, model);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return equation.chains[0]!.sides[0]!;
};

/** Labels and indices of a symbol as they were read. */
const scriptsOf = (tex: string, model?: string) => {
  const node = only(tex, model);
  if (node.kind !== "symbol") throw new Error(`${tex} is no symbol`);
  return {
    labels: node.labels.map((label) => label && printAffine(label)),
    indices: node.indices.map(printAffine),
  };
};

describe("the scripts of a symbol", () => {
  it.each([
    ["z_i^{(k)}", ["k"], ["i"]],
    ["z^{(k)}_i", ["k"], ["i"]],
    ["z^{(k+1)}", ["k+1"], []],
    ["a^{(L-1)}", ["L-1"], []],
    ["a^{(2)}", ["2"], []],
    ["\\theta_{i,j}^{(k)}", ["k"], ["i", "j"]],
    ["\\theta_{ij}^{(k)}", ["k"], ["i", "j"]],
    ["\\theta_{1,2}^{(1)}", ["1"], ["1", "2"]],
    ["x_{i+1}", [], ["i+1"]],
  ])("have roles that the declaration decides: %s", (tex, labels, indices) => {
    expect(scriptsOf(tex)).toEqual({ labels, indices });
  });

  it("put the label of an example before the indices", () => {
    expect(scriptsOf("x_{r,i}", "feedforward-batch")).toEqual({ labels: ["r"], indices: ["i"] });
    expect(scriptsOf("\\delta_r^{(k)}", "feedforward-batch")).toEqual({
      labels: ["r", "k"],
      indices: [],
    });
    // A neuron's letter alone is an index; the example is meant for every one.
    expect(scriptsOf("\\delta_i^{(k)}", "feedforward-batch").indices).toEqual(["i"]);
    expect(scriptsOf("\\delta_i^{(k)}")).toEqual({ labels: ["k"], indices: ["i"] });
  });

  it("tell a transpose from a power from a prime", () => {
    for (const tex of [
      "(\\theta^{(k)})^T",
      "\\theta^{(k)T}",
      "\\theta^{(k)\\top}",
      "(\\theta^{(k)})^{T}",
    ])
      expect(only(tex)).toMatchObject({ kind: "transpose" });
    expect(only("x_1^2")).toMatchObject({ kind: "power" });
    expect(only("(a_i^{(k)})^2")).toMatchObject({ kind: "power" });
    expect(only("g''(x_1)")).toMatchObject({ kind: "call", order: 2 });
    expect(only("g'(x_1)")).toMatchObject({ kind: "call", order: 1 });
  });

  it("take an accent and an alphabet into the name, in either spelling", () => {
    for (const tex of ["\\tilde\\theta^{(k)}", "\\tilde{\\theta}^{(k)}"])
      expect(only(tex)).toMatchObject({ name: "\\tilde{\\theta}" });
    const any = loadModel("feedforward-any-error");
    for (const tex of ["\\mathcal E(x, y)", "\\mathcal{E}(x, y)"])
      expect(parse(tex, any).equation.chains[0]!.sides[0]).toMatchObject({
        kind: "call",
        name: "\\mathcal{E}",
      });
    expect(read("\\bar a^{(k)}").diagnostics[0]?.code).toBe("symbol");
  });
});

/** What is refused, the code, the words of the source that are marked. */
const refused: [tex: string, code: string, marked: string, message: RegExp][] = [
  ["\\theta_{12}^{(k)}", "index", "_{12}", /parted by a comma: \\theta_\{1,2\}/],
  ["\\theta_i^{(k)}", "index", "_i", /takes 2 subscripts or none, and 1 stands here/],
  ["E_i", "index", "_i", /is a single number: it takes no subscript/],
  ["z_{i,j}^{(k)}", "index", "_{i,j}", /and 2 stand here/],
  ["a^2", "layer", "a^2", /A layer stands in brackets: a\^\{\(2\)\}/],
  ["\\delta^{k+1}", "layer", "\\delta^{k+1}", /\\delta\^\{\(k\+1\)\}/],
  ["\\delta^{(i)}", "layer", "\\delta^{(i)}", /i is an index for a neuron/],
  ["g z_1^{(2)}", "syntax", "g", /its argument stands in brackets/],
  ["h", "symbol", "h", /needs its argument/],
  ["w^{(k)}_i", "symbol", "w", /is not a symbol of this model/],
];

describe("scripts that are refused", () => {
  it.each(refused)("%s: %s at %s", (tex, code, marked, message) => {
    const [first] = read(tex).diagnostics;
    expect(first).toMatchObject({ code });
    expect(first!.message).toMatch(message);
    expect(tex.slice(first!.span.start, first!.span.end)).toBe(marked);
  });

  it("are all told at once where they are independent", () => {
    const tex = "w_i + a^2 + \\theta_{12}^{(k)} = u";
    const found = read(tex).diagnostics.map(({ span }) => tex.slice(span.start, span.end));
    expect(found).toEqual(["w", "a^2", "_{12}", "u"]);
  });
});

describe("the bracket that is missing", () => {
  it.each([
    ["\\nabla_{a^{(L)}} E y^T", "\\left(\\nabla_{a^{(L)}} E\\right) y^T"],
    [
      "\\frac{\\partial}{\\partial x_1} E y_1",
      "\\left(\\frac{\\partial}{\\partial x_1} E\\right) y_1",
    ],
    ["\\ln x_1 y_1", "\\left(\\ln x_1\\right) y_1"],
  ])("is asked for where an operand without brackets goes on: %s", (tex, proposal) => {
    const [first] = read(tex).diagnostics;
    expect(first).toMatchObject({ code: "syntax" });
    expect(first!.message).toContain("bracket it, or bracket what it applies to");
    expect(first!.proposals?.map((one) => one.tex)).toEqual([proposal]);
    // The proposal itself is understood, and so is the same with a dot.
    expect(read(proposal).diagnostics).toEqual([]);
  });
});
