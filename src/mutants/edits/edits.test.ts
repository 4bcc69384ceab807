import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { check } from "../../language/index.ts";
import { mutantsOf } from "../mutate.ts";
import { edits } from "./index.ts";

/** What each kind of edit makes of a small equation: kind, equation, all its mutants, and the model if not the usual one. */
const table: [kind: string, tex: string, mutants: string[], model?: string][] = [
  ["indices swapped", "\\theta_{i,j}^{(k)} = 0", ["\\theta_{j,i}^{(k)} = 0"]],
  [
    "indices swapped",
    "\\theta^{(k)} \\in \\mathbb{R}^{n_{k+1} \\times n_k}",
    ["\\theta^{(k)} \\in \\mathbb{R}^{n_k \\times n_{k+1}}"],
  ],
  [
    "index renamed",
    "z_i^{(k+1)} = \\sum_j \\theta_{i,j}^{(k)} a_j^{(k)}",
    [
      "z_{i}^{(k+1)} = \\sum_{j} \\theta_{j,j}^{(k)} a_{j}^{(k)}",
      "z_{i}^{(k+1)} = \\sum_{j} \\theta_{i,i}^{(k)} a_{j}^{(k)}",
      "z_{i}^{(k+1)} = \\sum_{j} \\theta_{i,j}^{(k)} a_{i}^{(k)}",
    ],
  ],
  [
    "index or size ±1",
    "x_i = n_k",
    ["x_{i+1} = n_k", "x_{i-1} = n_k", "x_{i} = n_{k+1}", "x_{i} = n_{k-1}"],
  ],
  [
    "layer or time ±1",
    "z^{(k+1)} = a^{(k+1)}",
    [
      "z^{(k+2)} = a^{(k+1)}",
      "z^{(k)} = a^{(k+1)}",
      "z^{(k+1)} = a^{(k+2)}",
      "z^{(k+1)} = a^{(k)}",
    ],
  ],
  [
    "bound off by one",
    "\\sum_{j=1}^{n_k} a_j^{(k)} = 0",
    [
      "\\sum_{j=2}^{n_k} a_{j}^{(k)} = 0",
      "\\sum_{j=0}^{n_k} a_{j}^{(k)} = 0",
      "\\sum_{j=1}^{n_k+1} a_{j}^{(k)} = 0",
      "\\sum_{j=1}^{n_k-1} a_{j}^{(k)} = 0",
      "\\sum_{j=1}^{n_{k+1}} a_{j}^{(k)} = 0",
      "\\sum_{j=1}^{n_{k-1}} a_{j}^{(k)} = 0",
    ],
  ],
  [
    "transpose lost or added",
    "x^T x = a^{(1)T} x",
    [
      "x x = a^{(1)T} x",
      "\\left(x^T\\right)^T x = a^{(1)T} x",
      "x^T x^T = a^{(1)T} x",
      "x^T x = a^{(1)} x",
      "x^T x = \\left(a^{(1)T}\\right)^T x",
      "x^T x = a^{(1)T} x^T",
    ],
  ],
  [
    "⊙ and product exchanged",
    "\\theta^{(k)} a^{(k)} \\odot v^{(k+1)} = 0",
    [
      "\\theta^{(k)} a^{(k)} v^{(k+1)} = 0",
      "\\left(\\theta^{(k)} \\odot a^{(k)}\\right) \\odot v^{(k+1)} = 0",
    ],
  ],
  ["⊙ and product exchanged", "\\langle x, x \\rangle = 0", ["x \\odot x = 0", "x x = 0"]],
  [
    "sign",
    "E - 2^E = g(E)",
    [
      "-E - 2^{E} = g(E)",
      "E + 2^{E} = g(E)",
      "E - 2^{-E} = g(E)",
      "E - 2^{E} = g(-E)",
      "-\\left(E - 2^{E}\\right) = g(E)",
      "E - 2^{E} = -g(E)",
    ],
  ],
  [
    "factor added",
    "E + 1 = 0",
    [
      "2 E + 1 = 0",
      "\\frac{1}{2} E + 1 = 0",
      "E + 2 \\cdot 1 = 0",
      "E + \\frac{1}{2} \\cdot 1 = 0",
      "2 \\left(E + 1\\right) = 0",
      "\\frac{1}{2} \\left(E + 1\\right) = 0",
    ],
  ],
  [
    "factor added",
    "E = \\frac1m",
    [
      "2 E = \\frac{1}{m}",
      "\\frac{1}{2} E = \\frac{1}{m}",
      "\\frac{1}{m} E = \\frac{1}{m}",
      "E = 2 \\frac{1}{m}",
      "E = \\frac{1}{2} \\frac{1}{m}",
      "E = \\frac{1}{m} \\frac{1}{m}",
    ],
    "feedforward-batch",
  ],
  [
    "factor lost",
    "\\frac{1}{2m} E = y_r \\odot y_r",
    [
      "E = y_{r} \\odot y_{r}",
      "\\frac{1}{2 m} = y_{r} \\odot y_{r}",
      "1 E = y_{r} \\odot y_{r}",
      "\\left(2 m\\right) E = y_{r} \\odot y_{r}",
      "\\frac{1}{m} E = y_{r} \\odot y_{r}",
      "\\frac{1}{2} E = y_{r} \\odot y_{r}",
      "\\frac{1}{2 m} E = y_{r}",
    ],
    "feedforward-batch",
  ],
  ["fraction turned", "\\frac{E}{2} = E", ["\\frac{2}{E} = E", "E \\cdot 2 = E"]],
  ["term lost", "E - 1 = E", ["-1 = E", "E = E"]],
  [
    "pulled out of a sum",
    "\\sum_i x_i (x_i + 1) = \\sum_i x_i + E",
    [
      "\\left(\\sum_{i} \\left(x_{i} + 1\\right)\\right) x_{i} = \\sum_{i} x_{i} + E",
      "\\left(\\sum_{i} x_{i}\\right) \\left(x_{i} + 1\\right) = \\sum_{i} x_{i} + E",
      "\\sum_{i} x_{i} \\left(x_{i} + 1\\right) = \\sum_{i} \\left(x_{i} + E\\right)",
    ],
  ],
  [
    "pulled out of a sum",
    "\\sum_i (x_i + x_i^2) = E",
    ["\\sum_{i} x_{i}^{2} + x_{i} = E", "\\sum_{i} x_{i} + x_{i}^{2} = E"],
  ],
  [
    "power lost or changed",
    "E^2 = E + O(\\varepsilon)",
    [
      "E = E + O(\\varepsilon^{1})",
      "E^{3} = E + O(\\varepsilon^{1})",
      "E^{2} = E + O(\\varepsilon^{2})",
    ],
  ],
  ["number off by one", "2 E = E", ["3 E = E"]],
  ["prime lost or added", "g'(E) = g(E)", ["g''(E) = g(E)", "g(E) = g(E)", "g'(E) = g'(E)"]],
  ["function lost", "g(E) = \\|x\\|", ["E = \\left\\|x\\right\\|", "g(E) = x"]],
  ["function lost", "\\sum_i x_i = E", ["x_{i} = E"]],
  [
    "operation exchanged",
    "\\exp(E) = \\sum_i x_i",
    [
      "\\left|E\\right| = \\sum_{i} x_{i}",
      "\\operatorname{diag}\\left(E\\right) = \\sum_{i} x_{i}",
      "\\ln\\left(E\\right) = \\sum_{i} x_{i}",
      "\\left\\|E\\right\\| = \\sum_{i} x_{i}",
      "\\left\\|E\\right\\|_2 = \\sum_{i} x_{i}",
      "\\left\\|E\\right\\|_F = \\sum_{i} x_{i}",
      "\\operatorname{rowsoftmax}\\left(E\\right) = \\sum_{i} x_{i}",
      "\\sqrt{E} = \\sum_{i} x_{i}",
      "\\exp\\left(E\\right) = \\prod_{i} x_{i}",
      "\\exp\\left(E\\right) = \\max_{i} x_{i}",
    ],
  ],
  [
    "symbol exchanged",
    "z^{(k+1)} = E(x, y)",
    [
      "b^{(k)} = E(x, y)",
      "a^{(k+1)} = E(x, y)",
      "\\delta^{(k+1)} = E(x, y)",
      "v^{(k+1)} = E(x, y)",
      "z^{(k+1)} = E",
      "z^{(k+1)} = E(a^{(1)}, y)",
      "z^{(k+1)} = E(v^{(1)}, y)",
      "z^{(k+1)} = E(x, b^{(L-1)})",
      "z^{(k+1)} = E(x, z^{(L)})",
      "z^{(k+1)} = E(x, a^{(L)})",
      "z^{(k+1)} = E(x, \\delta^{(L)})",
      "z^{(k+1)} = E(x, v^{(L)})",
      "z^{(k+1)} = E(x, h(x))",
    ],
  ],
  [
    "∂ by another quantity",
    "\\frac{\\partial E}{\\partial z_i^{(k)}} = 0",
    [
      "\\frac{\\partial E}{\\partial b_{i}^{(k-1)}} = 0",
      "\\frac{\\partial E}{\\partial a_{i}^{(k)}} = 0",
      "\\frac{\\partial E}{\\partial \\delta_{i}^{(k)}} = 0",
      "\\frac{\\partial E}{\\partial v_{i}^{(k)}} = 0",
    ],
  ],
  [
    "parameter of the other kind",
    "\\theta_{i,j}^{(k)} = b_i^{(k)}",
    ["b_{i}^{(k)} = b_{i}^{(k)}", "\\theta_{i,j}^{(k)} = \\theta_{i,i}^{(k)}"],
  ],
  ["constant or function exchanged", "\\varepsilon = E", ["e = E", "\\eta = E", "\\lambda = E"]],
  [
    "constant or function exchanged",
    "f(t) = t",
    ["w(t) = t", "\\varphi(t) = t", "\\mathcal{E}(t) = t"],
    "chain-rule",
  ],
  [
    "updated weights used",
    "\\theta_{i,j}^{(k)} = b^{(k)}",
    [
      "\\theta_{i,j}^{(k)} - \\eta \\frac{\\partial E}{\\partial \\theta_{i,j}^{(k)}} = b^{(k)}",
      "\\theta_{i,j}^{(k)} = b^{(k)} - \\eta \\frac{\\partial E}{\\partial b^{(k)}}",
    ],
  ],
  [
    "held quantity lost",
    "\\left.\\frac{\\partial E}{\\partial \\theta^{(1)}}\\right|_{E, x} = 0",
    [
      "\\left.\\frac{\\partial E}{\\partial \\theta^{(1)}}\\right|_{x} = 0",
      "\\left.\\frac{\\partial E}{\\partial \\theta^{(1)}}\\right|_{E} = 0",
    ],
  ],
  [
    "bracket's relation",
    "[i = j] x_i = x_j",
    [
      "[i \\ne j] x_{i} = x_{j}",
      "[i < j] x_{i} = x_{j}",
      "[i > j] x_{i} = x_{j}",
      "[i \\le j] x_{i} = x_{j}",
      "[i \\ge j] x_{i} = x_{j}",
    ],
  ],
  ["relation exchanged", "E \\le 1", ["E \\ge 1", "E = 1"]],
  [
    "condition lost",
    "g(E) = E, g = sigmoid, L = 3",
    ["g(E) = E, L = 3", "g(E) = E, g = \\operatorname{sigmoid}"],
  ],
];

describe("an edit", () => {
  it.each(table)("%s of %s", (kind, tex, mutants, name = "feedforward") => {
    const model = loadModel(name);
    const { equation } = check(tex, model).typed;
    const own = edits.filter((edit) => edit.name === kind);
    expect(mutantsOf(equation, model, own).map((mutant) => mutant.tex)).toEqual(mutants);
  });

  it("of every kind stands in this table", () => {
    const kinds = new Set(table.map(([kind]) => kind));
    expect(edits.map(({ name }) => name).filter((name) => !kinds.has(name))).toEqual([]);
  });
});
