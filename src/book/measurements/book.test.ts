import { describe, expect, it } from "vitest";
import { book, type BookFigures } from "./book.ts";

const figures = await book.measure();
const faultsWith = (change: Partial<BookFigures>): string[] =>
  book.faults({ ...figures, ...change });

describe("the measurement of the book's equations", () => {
  it("counts every judged equation once, by chapter and by model", () => {
    const byChapter = figures.chapters
      .map((one) => one.holds + one.fails + one.notUnderstood + one.cannotTell + one.values)
      .reduce((all, one) => all + one, 0);
    const byModel = figures.models.reduce((all, { equations }) => all + equations, 0);
    expect(byChapter).toBe(byModel);
    expect(byChapter).toBeGreaterThan(80);
  });

  it("lets no true claim stand among the false ones", () => {
    const loosest = Math.max(
      ...figures.decades.filter(({ holds }) => holds > 0).map(({ decade }) => decade),
    );
    const nearest = Math.min(
      ...figures.decades.filter(({ fails }) => fails > 0).map(({ decade }) => decade),
    );
    expect(nearest - loosest).toBeGreaterThan(3);
  });

  it("finds no fault with the book as it is", () => {
    expect(book.faults(figures)).toEqual([]);
    expect(book.lines(figures).join("\n")).toContain(`on ${figures.drawn.networks} networks each`);
  });
});

describe("a fault is found", () => {
  const [first, ...rest] = figures.chapters;
  const displayed = { chapter: 12, id: "12.9", tex: "a = b", reason: "a proof by pictures" };

  it("where a verdict is not the expected one", () => {
    expect(faultsWith({ unexpected: ['1.1 is "fails", not "holds".'] })).toHaveLength(1);
  });

  it("where a true claim is off by more than rounding", () => {
    expect(faultsWith({ chapters: [{ ...first!, worst: 1e-10 }, ...rest] })[0]).toContain(
      "more than rounding",
    );
  });

  it("where nothing was judged", () => {
    expect(faultsWith({ decades: [] })).toEqual(["No claim was found to hold."]);
  });

  it("where ten equations are only displayed, one stands in an early chapter, or has no reason", () => {
    expect(faultsWith({ displayOnly: [displayed] })).toEqual([]);
    expect(faultsWith({ displayOnly: Array(10).fill(displayed) })).toHaveLength(1);
    expect(faultsWith({ displayOnly: [{ ...displayed, chapter: 8 }] })).toHaveLength(1);
    expect(faultsWith({ displayOnly: [{ ...displayed, reason: "" }] })).toHaveLength(1);
  });
});
