import { describe, expect, it } from "vitest";
import { readBook } from "../../book/corpus.ts";
import { loadModel } from "../../book/models.ts";
import {
  compileSides,
  constrain,
  drawNetwork,
  Judge,
  Program,
  readGiven,
  readings,
  type Counterexample,
  type Judgement,
} from "../index.ts";

const judges = new Map<string, Judge>();
function judged(tex: string, name = "feedforward"): Judgement {
  const judge = judges.get(name) ?? new Judge(loadModel(name));
  judges.set(name, judge);
  return judge.judge(tex);
}

function counterexampleOf(tex: string, name?: string): Counterexample {
  const { verdict, message, counterexample } = judged(tex, name);
  expect(`${verdict} ${verdict === "fails" ? "" : message}`).toBe("fails ");
  return counterexample!;
}

/** Every number of a counterexample. */
const numbersOf = (value: unknown): number[] =>
  typeof value === "number" ? [value] : Object.values(value as object).flatMap(numbersOf);

describe("the shrunk counterexample", () => {
  it.each([
    { why: "the last layer alone", tex: "\\delta^{(L)} = a^{(L)} - y", layers: 2 },
    { why: "one step forward", tex: "z^{(k+1)} = \\theta^{(k)} a^{(k)}", layers: 2 },
    {
      why: "one hidden layer",
      tex: "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)}",
      layers: 3,
    },
    { why: "a condition", tex: "\\delta^{(L)} = a^{(L)} - y, L = 4", layers: 4 },
  ])("has as few layers as make it false: $why, $layers layers", ({ tex, layers }) => {
    expect(counterexampleOf(tex).sizes).toHaveLength(layers);
  });

  it("has one neuron in each layer where that is enough, and as many as are needed elsewhere", () => {
    expect(counterexampleOf("\\delta^{(L)} = a^{(L)} - y").sizes).toEqual([1, 1]);
    // ∑_i ∑_j and the diagonal alone differ from two neurons on.
    const diagonal = "\\sum_i \\sum_j a_i^{(L)} a_j^{(L)} = \\sum_i a_i^{(L)} a_i^{(L)}";
    expect(counterexampleOf(diagonal).sizes).toEqual([1, 2]);
    // Neuron 3 exists only in a layer of three.
    expect(counterexampleOf("a_3^{(2)} = z_3^{(2)}").sizes).toEqual([1, 3]);
  });

  it("has few digits", () => {
    for (const tex of ["\\delta^{(L)} = a^{(L)} - y", "z^{(k+1)} = \\theta^{(k)} a^{(k)}"]) {
      for (const value of numbersOf(counterexampleOf(tex).given)) {
        expect(Number(value.toFixed(2))).toBe(value);
      }
    }
  });

  it("differs visibly: by a thousandth at least", () => {
    for (const { tex, model, verdict } of readBook()) {
      if (verdict !== "fails" || /O\(|\\in/.test(tex)) continue;
      const { left, right } = counterexampleOf(tex, model);
      expect(Math.abs(left - right)).toBeGreaterThan(
        1e-3 * Math.max(Math.abs(left), Math.abs(right)),
      );
    }
  });

  it("is told in the message with its place and both numbers", () => {
    const { message, counterexample } = judged("\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)}");
    const { indices, left, right } = counterexample!;
    expect(message).toContain(`k = ${indices.k}`);
    expect(message).toContain(left.toPrecision(6));
    expect(message).toContain(right.toPrecision(6));
  });
});

/** Both numbers at the place of the counterexample, on a network built from nothing but its given numbers. */
function reproduced(judgement: Judgement): readonly [number, number] {
  const { typed, counterexample } = judgement;
  const { model } = typed;
  const { given, sizes, g, indices, entry, seed } = counterexample!;
  const { constraints, problems } = readGiven(model, given, sizes.length > 0 ? sizes : undefined);
  expect(problems).toEqual([]);
  const all = constrain({ ...constraints, choices: g ? { g } : {} }, typed.conditions);
  const drawn = drawNetwork(model, all, seed, 0);
  // A random smooth function is named by its seed; it has no numbers that could be given.
  const program = new Program(model, { ...drawn, seed });
  for (const claim of typed.claims) {
    const letters = new Map(
      claim.free.map(({ name }) => [name, indices[name.replace("·", "")]!] as const),
    );
    for (const sides of compileSides(program, claim, letters)) {
      const found = readings(program, sides).find(
        ({ entry: at }) => !entry || (at[0] === entry[0] && at[1] === entry[1]),
      )!;
      if (Math.abs(found.left - counterexample!.left) < 1e-9) return [found.left, found.right];
    }
  }
  return [Number.NaN, Number.NaN];
}

describe("the numbers of a counterexample", () => {
  const wrong = [
    ...readBook().filter(({ verdict, tex }) => verdict === "fails" && !/\\in/.test(tex)),
    { id: "tensor", tex: "\\delta^{(L)} = a^{(L)} - y", model: "feedforward" },
    { id: "matrix", tex: "\\theta^{(k)} = 2 \\theta^{(k)}", model: "feedforward-any-error" },
    {
      id: "packed",
      tex: "\\frac{\\partial E}{\\partial \\tilde\\theta^{(k)}} = 2 \\delta^{(k+1)} (\\tilde a^{(k)})^T",
      model: "feedforward",
    },
  ];

  it.each(wrong)("given again, give both sides again: $id", ({ tex, model }) => {
    const judgement = judged(tex, model);
    const { left, right } = judgement.counterexample!;
    const [one, other] = reproduced(judgement);
    expect(Math.abs(one - left)).toBeLessThan(1e-9);
    expect(Math.abs(other - right)).toBeLessThan(1e-9);
  });

  it("given with one weight changed, do not (negative control)", () => {
    const judgement = judged("z_i^{(k+1)} = \\sum_j \\theta_{i,j}^{(k)} a_j^{(k)}");
    const { counterexample } = judgement;
    const theta = counterexample!.given["\\theta"] as Record<string, number[][]>;
    const changed = { ...theta, "1": theta["1"]!.map((row) => row.map((one) => one + 0.25)) };
    const given = { ...counterexample!.given, "\\theta": changed };
    const [one] = reproduced({ ...judgement, counterexample: { ...counterexample!, given } });
    expect(one).toBeNaN();
  });

  it("is the first network that refutes where no smaller one is asked for, and the verdict is the same", () => {
    const judge = new Judge(loadModel("feedforward"));
    const tex = "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)}";
    const [least, first] = [judge.judge(tex), judge.judge(tex, { shrink: false })];
    expect(least.counterexample!.sizes).toHaveLength(3);
    expect(first.counterexample!.sizes).toEqual(judge.model.judge.widths.n);
    for (const key of ["verdict", "layers", "places", "worst", "span"] as const)
      expect(first[key]).toEqual(least[key]);
  });
});
