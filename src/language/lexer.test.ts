import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHARACTERS, readSmall } from "./characters.ts";
import { MAX_TOKENS, tokenize } from "./lexer.ts";

/** What may be dropped between tokens: it shows nothing of its own. */
const DROPPED =
  /^(?:\s|~|\\[,;:!> ]|\\quad|\\qquad|\\displaystyle|\\textstyle|\\limits|\\(?:left|right|middle|[bB]igg?[lr]?)(?![a-zA-Z])|\.)*$/;

const PIECES = [
  ..."abkEθ01279()[]{}^_'+-=/|&,.<>:!%#$~@\\ \n\t",
  "\\theta",
  "\\frac",
  "\\partial",
  "\\left",
  "\\right",
  "\\big",
  "\\,",
  "\\quad",
  "\\\\",
  "12.5",
  "\\begin{cases}",
  "😀",
  "\u0000",
  "ᵀ",
  "⁽ᵏ⁺¹⁾",
  "ᵢⱼ",
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(""));

/** The token that a piece of the source stands for; a script in small characters has marks of no width. */
const meant = (piece: string, text: string): string =>
  piece === "" && /^[_^{}]$/.test(text)
    ? text
    : (CHARACTERS.get(piece) ?? readSmall(piece)?.inside ?? piece);

const shown = (source: string): string[] =>
  tokenize(source)
    .tokens.filter(({ kind }) => kind !== "end")
    .map(({ kind, text }) => `${kind} ${text}`);

describe("the lexer", () => {
  it("covers the source, in order, with exact spans; only spacing and sizing lie between", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 60 })), (source) => {
        let at = 0;
        for (const { kind, text, span } of tokenize(source).tokens) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          const piece = source.slice(span.start, span.end);
          expect(meant(piece, text)).toBe(text);
          expect(source.slice(at, span.start)).toMatch(DROPPED);
          if (kind !== "end" && !/^[_^{}]$/.test(text)) expect(piece).not.toBe("");
          at = span.end;
        }
        expect(at).toBe(source.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("tells commands, letters, numbers and marks apart", () => {
    expect(shown("\\theta_{12}^{(k)} 1.5x")).toEqual([
      ...["command \\theta", "mark _", "mark {", "number 12", "mark }", "mark ^", "mark {"],
      ...["mark (", "letter k", "mark )", "mark }", "number 1.5", "letter x"],
    ]);
    expect(shown("\\thetax")).toEqual(["command \\thetax"]);
    expect(shown("\\theta x")).toEqual(["command \\theta", "letter x"]);
    expect(shown("ab")).toEqual(["letter a", "letter b"]);
  });

  it("takes a letter or sign of Unicode for the command that is set alike, small ones for scripts", () => {
    expect(shown("θ−∂")).toEqual(["command \\theta", "mark -", "command \\partial"]);
    expect(shown("aᵢⱼ⁽ᵏ⁺¹⁾ᵀ")).toEqual(shown("a_{ij}^{(k+1)T}"));
    expect(shown("x²³")).toEqual(shown("x^{23}"));
    expect(tokenize("θᵀ").tokens.map(({ span }) => [span.start, span.end])).toEqual([
      ...[
        [0, 1],
        [1, 1],
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 2],
      ],
    ]);
  });

  it("drops spacing and nothing that can be seen", () => {
    expect(shown("a\\,\\; \\quad~\\!b")).toEqual(["letter a", "letter b"]);
    // A comment sign, a dollar sign and a lone backslash are marks: the parser refuses them.
    expect(shown("a % b")).toEqual(["letter a", "mark %", "letter b"]);
    expect(shown("$")).toEqual(["mark $"]);
    expect(shown("\\")).toEqual(["mark \\"]);
  });

  it("says of a sized delimiter whether it opens or closes", () => {
    const { tokens } = tokenize("\\left| x \\right| | \\bigl( \\bigr)");
    expect(tokens.map(({ text, sized }) => `${text} ${sized ?? ""}`.trim())).toEqual([
      ...["| left", "x", "| right", "|", "( left", ") right", ""],
    ]);
  });

  it("reports \\left and \\right that lack each other, at their own place", () => {
    const spans = (source: string) => tokenize(source).diagnostics.map(({ span }) => span);
    expect(spans("a \\left( b")).toEqual([{ start: 2, end: 7 }]);
    expect(spans("a \\right) b")).toEqual([{ start: 2, end: 8 }]);
    expect(spans("\\left( a \\right)")).toEqual([]);
  });

  it("stops at a limit, with one diagnostic and no tokens", () => {
    const { tokens, diagnostics } = tokenize("a".repeat(200_000));
    expect(tokens).toEqual([]);
    expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([
      ["limit", { start: MAX_TOKENS, end: MAX_TOKENS + 1 }],
    ]);
    expect(tokenize("a".repeat(MAX_TOKENS)).diagnostics).toEqual([]);
  });
});
