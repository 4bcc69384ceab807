import { describe, expect, it } from "vitest";
import { Judge } from "../engine/index.ts";
import { readCorpus } from "./corpus.ts";
import { loadModel } from "./models.ts";

const judge = new Judge(loadModel("feedforward"));

describe("an equation that must not be called true", () => {
  it.each(readCorpus("traps"))("$verdict: $tex", ({ tex, model, verdict }) => {
    expect(verdict).not.toBe("holds");
    const own = model === "feedforward" ? judge : new Judge(loadModel(model));
    expect(own.judge(tex).verdict).toBe(verdict);
  });
});

/** The same numbers, functions and marks where nothing is hidden: none of them is refused for its look. */
const honest = [
  "10^{3} a_i^{(k)} / 10^{3} = g(z_i^{(k)})",
  "a_i^{(k)} = g(z_i^{(k)}) + 0 \\cdot 10^{3}",
  "\\exp(2) \\exp(-2) a_i^{(k)} = g(z_i^{(k)})",
  "\\begin{bmatrix} 1 & 2 \\end{bmatrix} \\begin{bmatrix} a_i^{(k)} \\\\ E \\end{bmatrix} = a_i^{(k)} + 2 E",
  "\\theta^{(k)} = \\theta^{(k)} \\in \\mathbb{R}^{n_{k+1} \\times n_k}",
  "z^{(k)} \\in \\mathbb{R}^{n_k}, k = 2, \\dots, L",
  "\\theta^{(k)} \\leftarrow \\theta^{(k)} - \\eta \\delta^{(k+1)} (a^{(k)})^T",
  "E(z_i^{(k)} + \\varepsilon) = E(z_i^{(k)} + \\varepsilon) = E + O(\\varepsilon)",
  "2^{12} = 4096",
  "\\sqrt{a_1^{(2)}} = \\sqrt{g(z_1^{(2)})}, g = sigmoid",
  "a_i^{(k)} = g(z_i^{(k)}), k > 2",
];

describe("its honest neighbour", () => {
  it.each(honest)("holds: %s", (tex) => {
    const { verdict, message } = judge.judge(tex);
    expect(`${verdict} ${verdict === "holds" ? "" : message}`).toBe("holds ");
  });
});
