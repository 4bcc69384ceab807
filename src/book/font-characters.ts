const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join("");

/** What the house notation is set with: the fonts of every chapter carry these. U+E020 is KaTeX's stroke of ≠. */
export const HOUSE_CHARACTERS =
  "0123456789()[]{}|,.;:=+-/<>!* abcdefghijklmnopqrstuvwxyzDELNORT" +
  "θδηεϵΔ∂∇∑∏⊙⋅×−′…⋯∈≤≥≈←→∣∥⟨⟩√∞~^ˉ\u00a0\ue020";

/** The same for the faces of which the house notation uses a letter or two: ℝ, the error as a function, 𝟏. */
export const HOUSE_LETTERS: Readonly<Record<string, string>> = {
  AMS: "R",
  Caligraphic: "E",
  "Main-Bold": "1",
};

/**
 * Every character that a formula of the book, or one that a reader types, can be set with. The equation language
 * is a closed world, so the list is short. What is not in HOUSE_CHARACTERS comes in a second file, when needed.
 */
export const FORMULA_CHARACTERS =
  printable +
  "ΓΔΘΛΞΠΣΥΦΨΩαβγδϵεζηθικλμνξοπρστυϕφχψωϑϖϱς" +
  "∂∇∑∏√∫∈∉≤≥≈≠≡∼∝←→↦⇒⇐⟵⟶⊙⊗⊕⋅×÷±∓∘∗⊤⊥∞∀∃⊂⊆∪∩∅" +
  "−′…⋯⋮⋱∣∥⟨⟩⌊⌋⌈⌉⟮⟯{}⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭⏐ˉ˜ˆ˙¨⃗ℓℝ\u00a0\ue020";

/** Every character that a sentence of the book can be set with. */
export const TEXT_CHARACTERS = printable + "\u00a0‘’“”–—…·×−½→←éö";

/** A CSS unicode-range for exactly these characters. */
export function unicodeRange(characters: string): string {
  const points = [...new Set([...characters].map((letter) => letter.codePointAt(0)!))];
  points.sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(", ");
}
