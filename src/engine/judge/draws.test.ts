import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import {
  constrain,
  DRAWS,
  drawNetwork,
  Judge,
  Program,
  quantity,
  UNCONSTRAINED,
  type Constraints,
} from "../index.ts";

const model = loadModel("feedforward");
const draws = (constraints: Constraints = UNCONSTRAINED, seed = "1") =>
  Array.from({ length: 30 }, (_, at) => drawNetwork(model, constraints, seed, at));

/** A judge that counts the networks it uses. */
class Counting extends Judge {
  readonly used = new Set<string>();
  override program(constraints: Constraints, seed: string, at: number): Program {
    const program = super.program(constraints, seed, at);
    this.used.add(program.network.seed);
    return program;
  }
}

describe("the networks of the judge", () => {
  it("are at least twenty for a claim that holds, and as few as needed for one that fails", () => {
    const judge = new Counting(model);
    expect(DRAWS).toBeGreaterThanOrEqual(20);
    expect(judge.judge("a^{(k)} = g(z^{(k)})").verdict).toBe("holds");
    expect(judge.used.size).toBeGreaterThanOrEqual(20);
    judge.used.clear();
    expect(judge.judge("a^{(k)} = z^{(k)}").verdict).toBe("fails");
    expect(judge.used.size).toBe(1);
  });

  it("have depths 4 and 5, both often", () => {
    const depths = draws().map(({ counts }) => counts.L);
    expect(depths.filter((depth) => depth === 4).length).toBeGreaterThan(8);
    expect(depths.filter((depth) => depth === 5).length).toBeGreaterThan(8);
  });

  it("have pairwise distinct widths, in many orders", () => {
    const lists = draws().map(({ widths }) => widths.n!);
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
    expect(new Set(lists.map((list) => list.join())).size).toBeGreaterThan(15);
    const rising = lists.filter((list) => list.every((one, at) => at === 0 || one > list[at - 1]!));
    expect(rising.length).toBeLessThan(5);
  });

  it("keep widths distinct on deep networks, and distinct from the number of examples", () => {
    const deep = drawNetwork(model, { ...UNCONSTRAINED, counts: { L: 12 } }, "1", 0).widths.n!;
    expect([deep.length, new Set(deep).size]).toEqual([12, 12]);
    const batch = loadModel("feedforward-batch");
    for (let at = 0; at < 20; at += 1) {
      const { counts, widths } = drawNetwork(batch, UNCONSTRAINED, "1", at);
      expect(widths.n).not.toContain(counts.m);
    }
  });

  it("have dense numbers: none is zero, none repeats, few are large", () => {
    for (const network of draws().slice(0, 10)) {
      const program = new Program(model, network);
      for (let layer = 1; layer < network.counts.L!; layer += 1) {
        quantity(program, "\\theta", [layer]);
        quantity(program, "b", [layer]);
      }
      const values = [...program.inputs.values()].flatMap(({ slots }) =>
        slots.map((slot) => program.tape.value(slot)),
      );
      expect(values.length).toBeGreaterThan(30);
      expect(new Set(values).size).toBe(values.length);
      expect(values).not.toContain(0);
      expect(values.filter((value) => Math.abs(value) > 2.5).length).toBeLessThan(5);
    }
  });

  it("use tanh, sigmoid and softplus with slopes that are nowhere special, never relu", () => {
    const choices = draws().map((network) => network.choices.g!);
    expect(new Set(choices.map(({ name }) => name))).toEqual(
      new Set(["tanh", "sigmoid", "softplus"]),
    );
    expect(new Set(choices.map(({ slope }) => slope)).size).toBe(choices.length);
    expect(choices.map(({ slope }) => slope)).not.toContain(1);
  });

  it("keep what a condition fixes: L = 3, g = relu with slope 1", () => {
    const span = { start: 0, end: 0 };
    const constraints = constrain(UNCONSTRAINED, [
      { kind: "count", name: "L", value: 3, span },
      { kind: "function", name: "g", choice: "relu", span },
    ]);
    for (const { counts, widths, choices } of draws(constraints)) {
      expect([counts.L, widths.n!.length, choices.g]).toEqual([3, 3, { name: "relu", slope: 1 }]);
    }
  });

  it("are the same for the same seed and others for another", () => {
    expect(draws()).toEqual(draws());
    expect(draws()).not.toEqual(draws(UNCONSTRAINED, "2"));
  });
});

/** Equations that meet kinks, faint terms and constants in quantities that others share with them. */
const SHARED = [
  "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(a^{(k)}), g = relu",
  "\\delta_j^{(k)} = \\sum_i \\theta_{i,j}^{(k)} \\delta_i^{(k+1)} g'(z_i^{(k+1)}), g = relu",
  "a_i^{(k)} = a_i^{(k)} + 0.0000000000001 E",
  "a_i^{(k)} = g(z_i^{(k)})",
  "\\varepsilon + \\eta = \\eta + \\varepsilon",
  "E = E + O(\\eta)",
];

describe("a judgement", () => {
  const claims = [
    "\\delta^{(k)} = (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})",
    "\\delta^{(L)} = a^{(L)} - y",
    "E(z_i^{(k)} + \\varepsilon) = E + O(\\varepsilon^2)",
    "\\delta^{(1)} = 0",
  ];
  const told = (judge: Judge, tex: string, seed?: string) => {
    const judgement = judge.judge(tex, seed === undefined ? {} : { seed });
    return { ...judgement, typed: null };
  };

  it("is the same each time, to the last digit of the counterexample", () => {
    for (const tex of claims)
      expect(told(new Judge(model), tex)).toEqual(told(new Judge(model), tex));
  });

  it("does not depend on what was judged before it", () => {
    const [forwards, backwards] = [new Judge(model), new Judge(model)];
    const all = [...claims, ...SHARED];
    const one = all.map((tex) => told(forwards, tex));
    const other = [...all].reverse().map((tex) => told(backwards, tex));
    expect(one).toEqual(other.reverse());
  });

  it("under another seed has other numbers and the same verdict", () => {
    const [one, other] = ["1", "2"].map((seed) => told(new Judge(model), claims[1]!, seed));
    expect(one!.verdict).toBe(other!.verdict);
    expect(one!.counterexample).not.toEqual(other!.counterexample);
  });
});
