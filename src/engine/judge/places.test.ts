import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge, readGiven, UNCONSTRAINED } from "../index.ts";

const model = loadModel("feedforward");
const judge = new Judge(model);
// n_1 … n_4 are fixed here, so that places can be counted by hand.
const { constraints } = readGiven(model, {}, [3, 5, 4, 2]);
const on = (tex: string) =>
  judge.judge(tex, { constraints: { ...UNCONSTRAINED, ...constraints, choices: {} } });

/** Verdict, the range in words and the number of scalar comparisons, counted by hand in each row. */
const counted: [tex: string, layers: string | null, places: number][] = [
  ["a^{(k)} = g(z^{(k)})", "k = 2 … L", 5 + 4 + 2],
  ["a_i^{(k)} = g(z_i^{(k)})", "k = 2 … L", 5 + 4 + 2],
  ["z^{(k+1)} = \\theta^{(k)} a^{(k)} + b^{(k)}", "k = 1 … L−1", 5 + 4 + 2],
  [
    "\\delta_j^{(k)} = \\sum_i \\theta_{i,j}^{(k)} \\delta_i^{(k+1)} g'(z_j^{(k)})",
    "k = 2 … L−1",
    5 + 4,
  ],
  [
    "\\frac{\\partial E}{\\partial \\theta_{i,j}^{(k)}} = a_j^{(k)} \\delta_i^{(k+1)}",
    "k = 1 … L−1",
    5 * 3 + 4 * 5 + 2 * 4,
  ],
  ["a_i^{(L)} = g(z_i^{(L)})", null, 2],
  ["a_2^{(k)} = g(z_2^{(k)}), k = 3", "k = 3", 1],
  ["E = E(x, y)", null, 1],
];

describe("a free index", () => {
  it.each(counted)(
    "runs over all values for which every symbol exists: %s",
    (tex, layers, places) => {
      const found = on(tex);
      expect([found.verdict, found.places]).toEqual(["holds", places]);
      expect(judge.judge(tex).layers).toBe(layers);
    },
  );

  it("of an entry that not every layer has leaves those layers out", () => {
    // a_5 exists in the second layer only, of 5 neurons.
    expect(on("a_5^{(k)} = g(z_5^{(k)})").places).toBe(1);
    expect(on("a_4^{(k)} = g(z_4^{(k)})").places).toBe(2);
  });
});

describe("a written range", () => {
  it("is kept: fewer places than would exist", () => {
    expect(on("a^{(k)} = g(z^{(k)}), k = 2, \\dots, L-1").places).toBe(5 + 4);
    expect(on("a_i^{(k)} = g(z_i^{(k)}), i = 1, \\dots, 2").places).toBe(2 + 2 + 2);
  });

  it("means the same backwards", () => {
    const [forth, back] = ["k = 2, \\dots, L", "k = L, \\dots, 2"].map((range) =>
      on(`a^{(k)} = g(z^{(k)}), ${range}`),
    );
    expect(back!.verdict).toBe("holds");
    expect([back!.places, back!.layers]).toEqual([forth!.places, forth!.layers]);
  });

  it("must exist entirely", () => {
    for (const range of ["k = 1, \\dots, L", "k = 2, \\dots, L+1", "k = L+1, \\dots, 2", "k = 1"]) {
      const { verdict, code } = on(`a^{(k)} = g(z^{(k)}), ${range}`);
      expect({ range, verdict, code }).toEqual({ range, verdict: "not understood", code: "layer" });
    }
    const { verdict, code } = on("a_i^{(k)} = g(z_i^{(k)}), i = 1, \\dots, 3");
    expect({ verdict, code }).toEqual({ verdict: "not understood", code: "index" });
  });

  it("is about an index that stands free in the equation", () => {
    const { verdict, code } = on("E = E, k = 1, \\dots, L");
    expect({ verdict, code }).toEqual({ verdict: "not understood", code: "index" });
  });
});

describe("no place", () => {
  it("is not understood, never a pass: Equation 2 has none with two layers", () => {
    const equation2 = "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})";
    const { verdict, code } = judge.judge(`${equation2}, L = 2`);
    expect({ verdict, code }).toEqual({ verdict: "not understood", code: "no-place" });
    expect(judge.judge(`${equation2}, L = 3`).verdict).toBe("holds");
    // Even where it would be false on every network that has places.
    expect(judge.judge("\\delta^{(k)} = 2 \\delta^{(k)}, k < 2").verdict).toBe("not understood");
  });
});

describe("a condition on indices", () => {
  const slope = "\\frac{\\partial a_j^{(L)}}{\\partial z_i^{(L)}}";

  it("leaves out the places where it does not hold", () => {
    expect(on(`${slope} = 0`).verdict).toBe("fails");
    const counts: [string, number][] = [
      ["i \\ne j", 2],
      ["i < j", 1],
      ["j < i", 1],
    ];
    for (const [condition, places] of counts) {
      const found = on(`${slope} = 0, ${condition}`);
      expect([condition, found.verdict, found.places]).toEqual([condition, "holds", places]);
    }
  });

  it("that lets the false place through is refuted there", () => {
    const { verdict, counterexample } = on(`${slope} = 0, i \\le j`);
    expect(verdict).toBe("fails");
    expect(counterexample!.indices.i).toBe(counterexample!.indices.j);
  });

  it("on the layer picks layers", () => {
    expect(on("a^{(k)} = g(z^{(k)}), k \\ge 3").places).toBe(4 + 2);
    expect(on("a^{(k)} = g(z^{(k)}), k < L").places).toBe(5 + 4);
  });

  it("on the network is kept by every draw", () => {
    const shallow = "h(x) = g(\\theta^{(2)} g(\\theta^{(1)} x + b^{(1)}) + b^{(2)})";
    expect(judge.judge(`${shallow}, L = 3`).verdict).toBe("holds");
    expect(judge.judge(`${shallow}, L = 4`).verdict).toBe("not understood");
    const sigmoid = "g'(z_i^{(k)}) = a_i^{(k)} (1 - a_i^{(k)})";
    expect(judge.judge(`${sigmoid}, g = sigmoid`).verdict).toBe("holds");
    expect(judge.judge(`${sigmoid}, g = tanh`).verdict).toBe("fails");
  });
});
