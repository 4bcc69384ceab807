import { describe, expect, it } from "vitest";
import { describeTally, tally } from "./tally.ts";

describe("the count of a chapter's formulas", () => {
  const counted = tally([
    { kind: "display", verdict: "holds" },
    { kind: "display", verdict: "holds" },
    { kind: "display", verdict: undefined },
    { kind: "display", verdict: "display only" },
    { kind: "inline", verdict: undefined },
    { kind: "value", verdict: undefined },
  ]);

  it("tells claims from values and from what is only displayed", () => {
    expect(counted).toEqual({ claims: 2, values: 1, displayOnly: 1, inline: 1, numbers: 1 });
  });

  it("is told in one line, with what is not executed", () => {
    expect(describeTally("chapter", counted)).toContain(
      "2 displayed claims hold, 1 values, 1 display only",
    );
  });
});
