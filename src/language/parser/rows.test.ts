import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge } from "../../engine/index.ts";
import { check } from "../check.ts";
import { printEquation } from "../printers/latex.ts";

const model = loadModel("feedforward");
const judge = new Judge(model);
const rows = (...all: string[]): string => `\\begin{aligned} ${all.join(" \\\\ ")} \\end{aligned}`;
/** True of the last layer only. */
const last = "\\|a^{(k)}\\| &= \\|h(x)\\|";
const inner = "\\delta^{(k)} &= (\\theta^{(k)})^T \\delta^{(k+1)} \\odot g'(z^{(k)})";
const layersOf = (tex: string) => judge.judge(tex).layers;

describe("rows of aligned", () => {
  it.each([
    [`${last}, && k = L`, `${inner}, && k = L-1, \\dots, 2`],
    [`${last} && k = L`, `${inner} && k = L-1, \\dots, 2`],
    [`${last} \\qquad k = L`, `${inner} \\qquad k = L-1, \\dots, 2`],
    [`${last}, & k = L,`, `${inner}, & 2 \\le k < L`],
    [`${last}, \\quad k = L,`, `[4pt] ${inner}`],
  ])("have ranges of their own: %s", (...both) => {
    const tex = rows(...both);
    expect(`${judge.judge(tex).verdict} ${layersOf(tex)}`).toMatch(/^holds k = L; k = 2 … L−1$/);
  });

  it("fail where a range is another row's", () => {
    expect(judge.judge(rows(`${last}, k = L`, `${last}, k = L-1`)).verdict).toBe("fails");
  });

  it("share what stands in a row by itself", () => {
    const tex = rows("a_i^{(k)} &= g(z_i^{(k)}),", "z_i^{(k)} &= z_i^{(k)},", "&& k = 3");
    expect(layersOf(tex)).toBe("k = 3");
  });

  it("that begin with a relation go on with the chain above, and its range", () => {
    const tex = rows(`${last}, & k = L`, "&= \\|a^{(L)}\\|");
    expect(judge.judge(tex).verdict).toBe("holds");
  });

  it("refuse a range of an index that their claim has not", () => {
    const tex = rows("E &= E, k = L", inner);
    expect(judge.judge(tex)).toMatchObject({ verdict: "not understood", code: "index" });
  });

  it("are printed with their ranges", () => {
    const { typed } = check(rows(`${last}, && k = L`, inner), model);
    const printed = printEquation(typed.equation);
    expect(layersOf(printed)).toBe("k = L; k = 2 … L−1");
  });
});

describe("a condition a \\qquad apart", () => {
  it("binds an equation that is no row", () => {
    const tex = "\\|a^{(k)}\\| = \\|h(x)\\| \\qquad k = L";
    expect(judge.judge(tex).verdict).toBe("holds");
    expect(judge.judge(tex.replace("k = L", "k = 3")).verdict).not.toBe("holds");
  });

  it("is none where a product goes on", () => {
    expect(judge.judge("2 \\quad E = E \\qquad + E").verdict).toBe("holds");
  });
});
