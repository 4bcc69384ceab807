import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge } from "../../engine/index.ts";
import { check } from "../check.ts";
import { printShape } from "./shape.ts";

const model = loadModel("feedforward-batch");
const judge = new Judge(model);

describe("a bare 1 has the length that its neighbours need", () => {
  it.each([
    ["\\mathbf 1^T a_r^{(k)} = \\sum_i a_{r,i}^{(k)}"],
    ["\\mathbf 1^T Z^{(k)} \\mathbf 1 = \\sum_{i,r} Z_{i,r}^{(k)}"],
    ["\\theta^{(k)} A^{(k)} + b^{(k)} \\mathbf 1^T = Z^{(k+1)}"],
    ["(\\mathbf 1 - a_r^{(k)}) \\odot a_r^{(k)} = a_r^{(k)} - a_r^{(k)} \\odot a_r^{(k)}"],
    ["\\mathbf 1 \\mathbf 1^T a_r^{(k)} = \\mathbf 1_{n_k} \\sum_i a_{r,i}^{(k)}"],
  ])("%s holds", (tex) => {
    expect(judge.judge(tex)).toMatchObject({ verdict: "holds" });
  });

  it("also where it stands on another side", () => {
    const { typed } = check("(b^{(k)} \\mathbf 1^T) \\odot Z^{(k+1)} = 0", model);
    expect(printShape(typed.claims[0]!.shapes[0]!)).toBe("n_{k+1} × m");
  });

  it("fails where the ones change the value", () => {
    expect(
      judge.judge("\\Delta^{(k)} \\mathbf 1 = \\Delta^{(k)} \\mathbf 1 + \\mathbf 1"),
    ).toMatchObject({ verdict: "fails" });
  });

  it.each([
    "\\mathbf 1",
    "\\mathbf 1 = \\mathbf 1",
    "b^{(k)} \\mathbf 1^T",
    "\\mathbf 1^T \\mathbf 1 = m",
  ])("%s leaves it open and is refused", (tex) => {
    expect(check(tex, model).diagnostics[0]?.message).toMatch(/^Say how many ones/);
  });

  it("two neighbours of different length are a mistake of shape", () => {
    const { diagnostics } = check("A^{(k)} \\mathbf 1 = \\mathbf 1^T X", model);
    expect(diagnostics.map(({ code }) => code)).toEqual(["shape"]);
  });
});
