import { describe, expect, it } from "vitest";
import { loadModel } from "../../book/models.ts";
import { letter } from "../affine.ts";
import { blockOf, plainNumbers } from "../fixtures/plain-numbers.ts";
import { outline } from "../fixtures/outline.ts";
import { parse } from "../parser/index.ts";
import { scalar, vector } from "../shapes/shape.ts";
import { greater } from "./greater.ts";

const compare = (left: number, right: number) =>
  greater.emit(plainNumbers, [blockOf([[left]]), blockOf([[right]])]).slots;

describe("[x > y]", () => {
  it("is 1 where the first number is the larger one, else 0", () => {
    expect(compare(2, -3)).toEqual([1]);
    expect(compare(-3, 2)).toEqual([0]);
    expect(compare(0.1, 0.2)).toEqual([0]);
    expect(compare(2, 2)).toEqual([0]);
  });

  it("compares two numbers", () => {
    expect(greater.shape([scalar, scalar])).toBe(scalar);
    expect(greater.shape([scalar, vector(letter("N"))])).toBe("[… > …] compares two numbers");
  });

  const side = (tex: string) => {
    const { equation, diagnostics } = parse(tex, loadModel("pooling"));
    expect(diagnostics).toEqual([]);
    return equation.chains[0]!.sides[0]!;
  };

  it("is told from a bracket on indices and from a group", () => {
    expect(side("[a_1 > a_2]")).toMatchObject({ kind: "operation", name: "greater" });
    expect(side("[p > q] a_p")).toMatchObject({ factors: [{ kind: "iverson" }, {}] });
    expect(side("[a_1 + a_2]")).toMatchObject({ kind: "group" });
  });

  it("reads < as the same with its sides exchanged", () => {
    expect(outline(side("[a_1 < a_2]"))).toEqual(outline(side("[a_2 > a_1]")));
    expect(outline(side("[a_1 \\lt a_2]"))).toEqual(outline(side("\\left[a_2 \\gt a_1\\right]")));
  });
});
