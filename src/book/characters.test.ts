import katex from "katex";
import { describe, expect, it } from "vitest";
import { CHARACTERS, readSmall, SMALL_RUN } from "../language/index.ts";
import { katexLeaves, visibleTokens } from "./katex-leaves.ts";

/** What KaTeX shows, without a warning and without a message. */
const set = (tex: string): string =>
  katex.renderToString(tex, { output: "html", displayMode: true, strict: "error" });

const small = [...SMALL_RUN.replace(/[[\]+|]/g, "")];

describe("a character of Unicode that is read", () => {
  it.each([...CHARACTERS])("%s is set exactly like %s", (character, command) => {
    expect(set(`x ${character} y`)).toBe(set(`x ${command} y`));
  });

  it("is set as a script where it is a small one", () => {
    expect(small.length).toBeGreaterThan(80);
    for (const one of small) {
      const { mark, inside } = readSmall(one)!;
      expect(set(`x${one}`)).toBe(set(`x${mark}{${inside}}`));
    }
  });

  it.each([
    "δ⁽ᵏ⁾ = θ⁽ᵏ⁾ᵀ δ⁽ᵏ⁺¹⁾ ⊙ g'(z⁽ᵏ⁾)",
    "zᵢ⁽ᵏ⁺¹⁾ = ∑ⱼ θᵢⱼ⁽ᵏ⁾ aⱼ⁽ᵏ⁾ + bᵢ⁽ᵏ⁾",
    "∂E/∂aᵢ⁽ᴸ⁾ − yᵢ²",
  ])("shows what the parser consumed: %s", (tex) =>
    expect(visibleTokens(tex)).toEqual(katexLeaves(tex)),
  );

  it("would be refused here if it were set otherwise", () => {
    expect(set("x · y")).not.toBe(set("x \\cdot y"));
    expect(() => set("½")).toThrow("Unrecognized");
  });
});
