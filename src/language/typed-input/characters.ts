import { CHARACTERS } from "../characters.ts";
import type { Line } from "./pieces.ts";

/** Signs that are typed or pasted, and are set otherwise or not at all where they stand. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    "– - — - ‐ - ‑ - · \\cdot ∙ \\cdot ½ \\frac{1}{2} ¼ \\frac{1}{4} ¾ \\frac{3}{4} ⅓ \\frac{1}{3} " +
    "′ ' ’ ' ‘ ' ´ ' ʹ ' ″ '' ” '' ‖ \\| ∥ \\| √ \\sqrt ⊤ \\top ⟙ \\top ℝ \\mathbb{R} ∆ \\Delta µ \\mu ⨀ \\odot ☉ \\odot " +
    "÷ / ∕ / ⁄ / ⟵ \\leftarrow ℒ \\mathcal{L} ℰ \\mathcal{E} ℎ h"
  )
    .split(" ")
    .flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? ""] as const] : [])),
);

/** Letters of other alphabets that look like Latin ones, sign and letter in turn. */
const ALIKE = new Map(
  Array.from(
    "аaеeоoрpсcхxуyіiјjТTЕEВBНHКKМMОOРPСCХXАAΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoıi".matchAll(/(.)(.)/gu),
    ([, sign = "", letter = ""]) => [sign, letter] as const,
  ),
);

const BLANK = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/;
const INVISIBLE =
  /^(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u034f|\ufe0e|\ufe0f)$/;
/** Letters of mathematical alphabets and full-width forms: their plain form is the same letter. */
const STYLED = /^[\u{1d400}-\u{1d7ff}\uff01-\uff5e]$/u;

/** Characters that stand for another one, by what they are alone. */
export function readCharacters(line: Line): void {
  line.pieces.forEach(({ is, from }, at) => {
    const sign = SIGNS.get(is);
    const alike = ALIKE.get(is);
    if (sign !== undefined) line.say(at, sign);
    else if (alike) {
      line.tell(`${from} (${code(is)}) only looks like the letter ${alike}.`, at);
      line.put(at, alike);
    } else if (BLANK.test(is)) {
      line.tell(`A blank of another kind (${code(is)}) stands here: type a plain one.`, at);
      line.put(at, " ");
    } else if (INVISIBLE.test(is)) {
      line.tell(`An invisible character (${code(is)}) stands here: leave it out.`, at);
      line.put(at, "");
    } else if (STYLED.test(is)) {
      const plain = is.normalize("NFKC");
      line.say(at, CHARACTERS.get(plain) ?? plain);
    }
  });
}

const code = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
