import { describe, expect, it } from "vitest";
import { readModel } from "../../language/index.ts";
import { Judge } from "../judge/judge.ts";

const { model, problems } = readModel("zeros", {
  title: "A vector of zeros",
  judge: { n: [3] },
  indices: { i: "coordinate" },
  symbols: {
    w: { shape: "n_1", role: "given", reads: "any vector" },
    u: { shape: "n_1", reads: "zeros" },
    v: { shape: "n_1", reads: "the sum" },
    E: { reads: "error" },
  },
  definitions: ["u = 0", "v = u + w", "E = \\sum_i v_i^2"],
});

describe("a definition that is the literal 0", () => {
  const judge = new Judge(model);

  it("fills the whole quantity, each entry a slot of its own", () => {
    expect(problems).toEqual([]);
    for (const tex of ["u_i = 0", "v = w", "\\frac{\\partial E}{\\partial u} = 2 w"]) {
      expect(`${tex} ${judge.judge(tex).verdict}`).toBe(`${tex} holds`);
    }
  });

  it("is still put to the test", () => {
    expect(judge.judge("\\frac{\\partial E}{\\partial u} = w").verdict).toBe("fails");
  });
});
