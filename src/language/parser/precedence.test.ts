import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { outline } from "../fixtures/outline.ts";
import { parse } from "./index.ts";

const model = loadModel("feedforward");

const read = (tex: string): string => {
  const { equation, diagnostics } = parse(tex, model);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return equation.chains.map(({ sides }) => sides.map(outline).join(" = ")).join(", ");
};

/** The table of the language, loosest first, each line with what it decides. */
const table: [rule: string, tex: string, reading: string][] = [
  ["rows part claims", "\\begin{aligned} E &= E \\\\ x &= y \\end{aligned}", "E = E, x = y"],
  [
    "a row that begins with a relation goes on",
    "\\begin{aligned} E &= E \\\\ &= E \\end{aligned}",
    "E = E = E",
  ],
  ["commas part claims", "E = E, x = y", "E = E, x = y"],
  ["relations are looser than +", "x + y = y + x", "(+ x y) = (+ y x)"],
  ["a sum stops at +", "\\sum_i x_i y_i + b_i^{(k)} = 0", "(+ (sum i (· x_i y_i)) b_i^{(k)}) = 0"],
  ["a sum stops at −", "\\sum_i x_i - E", "(+ (sum i x_i) -E)"],
  ["a sum takes the whole product after it", "\\sum_i x_i y_i E", "(sum i (· x_i y_i E))"],
  ["a sum takes ⊙ too", "\\sum_i x_i y \\odot x", "(sum i (⊙ (· x_i y) x))"],
  ["a sum in a sum", "\\sum_i \\sum_j x_i y_j", "(sum i (sum j (· x_i y_j)))"],
  ["a factor before a sum stays outside", "E \\sum_i x_i y_i", "(· E (sum i (· x_i y_i)))"],
  ["∏ takes the product too", "\\prod_i x_i y_i + 1", "(+ (prod i (· x_i y_i)) 1)"],
  [
    "⊙ is looser than juxtaposition",
    "\\theta^{(1)T} \\delta^{(2)} \\odot g'(z^{(2)})",
    "(⊙ (· (T theta^{(1)}) delta^{(2)}) (g' z^{(2)}))",
  ],
  ["⊙ is tighter than +", "x \\odot y + x", "(+ (⊙ x y) x)"],
  ["a product is read from the left", "x y x", "(· x y x)"],
  ["\\cdot binds as juxtaposition does", "x \\cdot y \\times x y", "(· x y x y)"],
  ["/ takes one factor on each side", "x_1 y_1 / x_2 y_2", "(· x_1 (/ y_1 x_2) y_2)"],
  ["/ is read from the left", "x_1 / x_2 / y_1", "(/ (/ x_1 x_2) y_1)"],
  ["/ takes a power whole", "x_1^2 / x_2^2", "(/ (^ x_1 2) (^ x_2 2))"],
  ["a minus sign in front of a term", "-x_1 y_1", "(+ -(· x_1 y_1))"],
  ["a minus after ·, on one factor", "x_1 \\cdot -y_1", "(· x_1 (+ -y_1))"],
  ["a minus after /, on one factor", "x_1 / -y_1 x_2", "(· (/ x_1 (+ -y_1)) x_2)"],
  ["a power is tighter than minus", "-x_1^2", "(+ -(^ x_1 2))"],
  ["∇ takes one application", "\\nabla_{a^{(L)}} E(x, y) \\odot y", "(⊙ (∇ (E x y) a^{(L)}) y)"],
  ["∇ stops at +", "\\nabla_{a^{(L)}} E + y", "(+ (∇ E a^{(L)}) y)"],
  [
    "application is tighter than everything",
    "g(z_1^{(2)}) y_1 + x_1",
    "(+ (· (g z_1^{(2)}) y_1) x_1)",
  ],
  ["a symbol before a bracket is a product", "x_1 (y_1 + x_2)", "(· x_1 (+ y_1 x_2))"],
  ["E with arguments is applied", "E(x, y) x_1", "(· (E x y) x_1)"],
  ["a prime belongs to the function", "g'(z_1^{(2)})^2", "(^ (g' z_1^{(2)}) 2)"],
  ["a transpose belongs to its factor", "x^T y", "(· (T x) y)"],
  ["\\frac12 takes a digit each", "\\frac12 x_1", "(· (/ 1 2) x_1)"],
  ["a slashed ∂ is one factor", "\\partial E / \\partial z_1^{(2)} x_1", "(· (∂ E z_1^{(2)}) x_1)"],
  ["max over an index takes one factor", "\\max_i |x_i| + 1", "(+ (max i (abs x_i)) 1)"],
];

describe("the precedence table", () => {
  it.each(table)("%s: %s", (_rule, tex, reading) => {
    expect(read(tex)).toBe(reading);
  });

  it("is not changed by brackets that say the same, and is by others", () => {
    const same: [string, string][] = [
      ["(\\sum_i x_i y_i) + E", "\\sum_i x_i y_i + E"],
      [
        "(\\theta^{(1)T} \\delta^{(2)}) \\odot z^{(2)}",
        "\\theta^{(1)T} \\delta^{(2)} \\odot z^{(2)}",
      ],
      ["x_1 (y_1 / x_2)", "x_1 y_1 / x_2"],
      ["\\left\\{ x_1 [y_1 + x_2] \\right\\}", "x_1 (y_1 + x_2)"],
    ];
    for (const [bracketed, bare] of same) expect(read(bracketed)).toBe(read(bare));
    expect(read("\\sum_i (x_i y_i + E)")).not.toBe(read("\\sum_i x_i y_i + E"));
    expect(read("x_1 / (x_2 y_1)")).not.toBe(read("x_1 / x_2 y_1"));
  });
});
