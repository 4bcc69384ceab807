import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { Judge } from "../../engine/index.ts";

const judge = new Judge(loadModel("feedforward"));
const told = (tex: string): string => judge.judge(tex).verdict;

describe("the norm ‖·‖_2 of a matrix", () => {
  it.each([
    // Singular values by hand: the roots of the eigenvalues of AᵀA.
    ["\\begin{bmatrix} 3 & 0 \\\\ 4 & 5 \\end{bmatrix}", "\\sqrt{45}"],
    ["\\begin{bmatrix} 1 & 1 \\\\ 0 & 1 \\end{bmatrix}", "\\frac{1 + \\sqrt{5}}{2}"],
    ["\\begin{bmatrix} 1 & 2 & 2 \\end{bmatrix}", "3"],
    // Two equal singular values, and two that are close.
    ["\\begin{bmatrix} 0 & 2 \\\\ 2 & 0 \\end{bmatrix}", "2"],
    ["\\begin{bmatrix} 1 & 0 \\\\ 0 & 0.9999 \\end{bmatrix}", "1"],
  ])("of %s is %s", (matrix, value) => {
    expect(told(`\\|${matrix}\\|_2 = ${value}`)).toBe("holds");
    expect(told(`\\|${matrix}\\|_2 = ${value} + 0.0001`)).toBe("fails");
  });

  it("is what it is for products whose norm is known", () => {
    expect(told("\\|a^{(k)} (\\delta^{(k+1)})^T\\|_2 = \\|a^{(k)}\\| \\|\\delta^{(k+1)}\\|")).toBe(
      "holds",
    );
    expect(told("\\|\\operatorname{diag}(a^{(k)})\\|_2 = \\max_i |a_i^{(k)}|")).toBe("holds");
    expect(told("\\|\\theta^{(k)}\\|_2 = \\|(\\theta^{(k)})^T\\|_2")).toBe("holds");
  });

  it("lies below the root of the sum of squares, and is not that root", () => {
    expect(told("\\|\\theta^{(k)}\\|_2 \\le \\|\\theta^{(k)}\\|_F")).toBe("holds");
    expect(told("\\|\\theta^{(k)}\\|_F \\le \\|\\theta^{(k)}\\|_2")).toBe("fails");
  });

  it("is 0, not a division by 0, for a matrix of zeros", () => {
    const zeros = "\\begin{bmatrix} 0 & 0 \\\\ 0 & 0 \\end{bmatrix}";
    expect(judge.judge(`\\|${zeros}\\|_2 = 1`).counterexample?.left).toBe(0);
  });

  // So much rounding passes through the powers that the judge takes no side; the numbers agree all the same.
  it("has a derivative of length 1 that gives the norm back along the matrix itself", () => {
    const slope = "\\frac{\\partial}{\\partial \\theta^{(1)}} \\|\\theta^{(1)}\\|_2";
    const along = `\\langle \\theta^{(1)}, ${slope} \\rangle`;
    expect(judge.judge(`${along} = \\|\\theta^{(1)}\\|_2`).worst).toBeLessThan(1e-9);
    expect(judge.judge(`\\|${slope}\\|_F = 1`).worst).toBeLessThan(1e-9);
    expect(told(`${along} = 2 \\|\\theta^{(1)}\\|_2`)).toBe("fails");
  });
});
