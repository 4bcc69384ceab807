import { describe, expect, it } from "vitest";
import { typed, type TypedFigures } from "./typed.ts";

const kind = { kind: "any", inputs: 4, understood: 1, read: 1, hinted: 1, refused: 1 };
const good: TypedFigures = {
  kinds: Array.from({ length: 30 }, () => kind),
  misread: [],
  misled: [],
};

describe("the measurement of what people type", () => {
  it("finds no fault where all is understood or refused with the right hint", async () => {
    expect(typed.faults(good)).toEqual([]);
    expect(typed.lines(good)[0]).toContain("120 inputs of 30 kinds: 30 understood");
    const figures = await typed.measure();
    expect(typed.faults(figures)).toEqual([]);
    for (const { inputs, understood, read, hinted, refused } of figures.kinds) {
      expect(understood + read + hinted + refused).toBe(inputs);
    }
  });

  it("tells what is read otherwise than meant, a false hint, and a table that is too short", () => {
    expect(typed.faults({ ...good, misread: ["a^2"] })).toHaveLength(1);
    expect(typed.faults({ ...good, misled: ["a = b"] })).toHaveLength(1);
    expect(typed.faults({ ...good, kinds: good.kinds.slice(1) })).toHaveLength(1);
  });
});
