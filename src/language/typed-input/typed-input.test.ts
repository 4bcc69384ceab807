import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, readTyped, sourceSpan } from "./index.ts";
import { readModel } from "../read-model.ts";
import type { ModelData } from "../model-data.ts";

const data: ModelData = {
  title: "A net of typed letters",
  judge: { L: 4, n: [3, 5, 4, 2] },
  indices: { k: "layer", i: "neuron", j: "neuron" },
  symbols: {
    a: { layers: "1, L", shape: "n_k", role: "given", domain: "normal", reads: "activation" },
    z: { layers: "1, L", shape: "n_k", role: "given", domain: "normal", reads: "input of g" },
    "\\theta": {
      ...{ layers: "1, L-1", shape: ["n_{k+1}", "n_k"], role: "parameter", reads: "weights" },
    },
    E: { reads: "error" },
  },
  functions: { g: ["tanh"] },
  definitions: ["E = \\sum_i a_i^{(L)}"],
} as unknown as ModelData;
const { model, problems } = readModel("typed", data);
const read = (source: string): string => readTyped(source, model).tex;

const PIECES = [
  ..."aezTEgkijd0125()[]{}^_'+-=/|&,.<>:!%#$~@*`\" \n",
  ..."θ∂⊙∑ᵀ⁽ᵏ⁾ᵢⱼ²½’′–•·√‖а（＝\u00a0\u200b😀",
  ...[
    "theta",
    "delta",
    "sum",
    "transpose",
    "norm(",
    "sqrt(",
    "eta",
    "max",
    ".*",
    "**",
    "==",
    ".T",
    "||",
  ],
  ...[
    "\\theta",
    "\\frac",
    "\\partial",
    "\\left",
    "\\right",
    "\\mathbf",
    "\\vec",
    "\\text{T}",
    "\\prime",
  ],
  ...[
    "\\begin{align}",
    "\\end{align}",
    "\\begin{equation}",
    "\\label{a}",
    "\\[",
    "\\]",
    "\\\\",
    "^(k)",
  ],
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(""));
const anything = fc.oneof(soup, fc.string({ unit: "binary", maxLength: 40 }));

describe("what is typed", () => {
  it("is read in a model that has no problems", () => {
    expect(problems).toEqual([]);
  });

  it("is read the same when it is read again", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const once = read(source);
        expect(read(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it("is the source with its edits and nothing else: what no edit names is kept", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { tex, edits, notes } = readTyped(source, model);
        expect(applyEdits(source, edits)).toBe(tex);
        let at = 0;
        for (const { span } of edits) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          at = span.end;
        }
        for (const { span } of [...notes, { span: { start: 0, end: at } }]) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("is found again in the source from any place of what it is read as", () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (source, one, other) => {
        const { tex, edits } = readTyped(source, model);
        const start = one % (tex.length + 1);
        const end = start + (other % (tex.length - start + 1));
        const span = sourceSpan(edits, { start, end });
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 3000 },
    );
    const { edits, tex } = readTyped("$theta^(k) + w$", model);
    const start = tex.indexOf("w");
    expect(sourceSpan(edits, { start, end: start + 1 })).toEqual({ start: 13, end: 14 });
  });

  it("says of everything that it leaves out that it does", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { edits, notes } = readTyped(source, model);
        const spans = notes.flatMap(({ span, related = [] }) => [span, ...related]);
        for (const { span } of edits.filter(({ text }) => text === "")) {
          const isTold = spans.some((one) => one.start <= span.end && one.end >= span.start);
          expect(isTold).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("two readings that differ", () => {
  it.each([
    "a^2 = z^2",
    "a_i^2",
    "a^k+1",
    "\\theta_{12}",
    "x_12",
    "a'",
    "a^t",
    "W^{(k)}",
    "\\sigma(z)",
  ])("leave what was typed as it is: %s", (source) => expect(read(source)).toBe(source));

  it("are told apart by the shapes where these allow one", () => {
    expect(read("a^{(k)} * z^{(k)}")).toBe("a^{(k)} \\odot z^{(k)}");
    expect(read("\\theta^{(k)} * a^{(k)}")).toBe("\\theta^{(k)} \\cdot a^{(k)}");
    expect(read("2 * E")).toBe("2 \\cdot E");
    expect(read("\\theta^{(k)} * w")).toBe("\\theta^{(k)} * w");
  });

  it("are not made from words that are a product of the model's letters", () => {
    expect(read("E a")).toBe("E a");
    expect(read("theta")).toBe("\\theta");
    expect(read("\\text{theta}")).toBe("\\text{theta}");
  });
});
