import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { readModel } from "../../language/index.ts";
import { Judge } from "../index.ts";

/** Judges claims of one model. */
const on = (name: string) => {
  const judge = new Judge(loadModel(name));
  return (tex: string) => judge.judge(tex);
};

describe("a sum without bounds", () => {
  const convolution = on("convolution");
  const recurrent = on("recurrent");

  it.each([
    // An axis read from its other end: every entry once.
    "\\sum_u w_{K-u+1} = \\sum_{u=1}^{K} w_u",
    "\\sum_u w_{K-u} = \\sum_{u=1}^{K} w_u",
    "\\sum_u w_{K-u+1} a_u = \\sum_{u=1}^{K} w_{K-u+1} a_u",
    // What falls off an axis is left out.
    "\\sum_p a_p a_{p+1} = \\sum_{p=1}^{N-1} a_p a_{p+1}",
    "\\sum_u w_u a_{u-1} = \\sum_{u=2}^{K} w_u a_{u-1}",
  ])("takes its range from an axis and leaves out what falls off: %s", (tex) => {
    expect(convolution(tex).verdict).toBe("holds");
  });

  it.each([
    "\\sum_t s_t^T \\delta_{t+1} = \\sum_{t=0}^{T-1} s_t^T \\delta_{t+1}",
    "\\sum_t \\delta_t^T s_{t-2} = \\sum_{t=2}^{T} \\delta_t^T s_{t-2}",
  ])("leaves out what falls off the end of a family by time: %s", (tex) => {
    expect(recurrent(tex).verdict).toBe("holds");
  });

  it.each([
    "\\sum_t \\delta_t^T s_{t-2} = \\sum_{t=1}^{T} \\delta_t^T s_{t-2}",
    "\\sum_{t=0}^{T} s_t^T \\delta_{t+1} = \\sum_t s_t^T \\delta_{t+1}",
  ])("differs from one with bounds, which leaves nothing out: %s", (tex) => {
    expect(recurrent(tex)).toMatchObject({ verdict: "not understood", code: "no-place" });
  });

  it("does not guess a layer that is not there", () => {
    const layered = on("feedforward");
    expect(layered("\\sum_k \\|z^{(k)}\\| \\|\\theta^{(k+1)}\\|_F = E").verdict).toBe(
      "not understood",
    );
  });

  it("does not leave out what a definition inside it lacks", () => {
    const { model, problems } = readModel("late", {
      title: "A quantity whose definition has no place at t = 1",
      judge: { T: 4 },
      indices: { t: "time" },
      symbols: {
        x: { times: "1, T", role: "given", reads: "input" },
        o: { times: "1, T", reads: "the input before" },
      },
      definitions: ["o_t = x_{t-1}"],
    });
    expect(problems).toEqual([]);
    const judge = new Judge(model);
    expect(judge.judge("\\sum_t o_t = \\sum_{t=2}^{T} o_t").verdict).toBe("not understood");
    expect(judge.judge("\\sum_{t=2}^{T} o_t = \\sum_{t=1}^{T-1} x_t").verdict).toBe("holds");
  });
});

describe("what is held", () => {
  const nodes = on("graph-nodes");
  const direct = (from: string, to: string) =>
    `\\left. \\frac{\\partial v_4}{\\partial v_1} \\right|_{v_{${from}}, \\dots, v_{${to}}}`;

  it("is every member of the run, one by one", () => {
    const oneByOne = "\\left. \\frac{\\partial v_4}{\\partial v_1} \\right|_{v_2, v_3}";
    expect(nodes(`${direct("2", "3")} = ${oneByOne}`).verdict).toBe("holds");
    expect(nodes(`${direct("2", "2")} = ${oneByOne}`).verdict).toBe("fails");
    expect(
      nodes(`\\left. \\frac{\\partial v_4}{\\partial v_1} \\right|_{v_2} = ${oneByOne}`).verdict,
    ).toBe("fails");
  });

  it("is nothing where the run is empty", () => {
    expect(nodes(`${direct("3", "2")} = \\frac{\\partial v_4}{\\partial v_1}`).verdict).toBe(
      "holds",
    );
    expect(nodes(`${direct("2", "3")} = \\frac{\\partial v_4}{\\partial v_1}`).verdict).toBe(
      "fails",
    );
  });
});
