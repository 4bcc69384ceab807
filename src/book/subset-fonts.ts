/**
 * Makes the fonts of src/styles/fonts and their font faces: `npm run fonts`, after a change of the characters in
 * font-characters.ts or of a font package. What it makes is committed, so that a build needs no font tool.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

import {
  FORMULA_CHARACTERS,
  HOUSE_CHARACTERS,
  HOUSE_LETTERS,
  TEXT_CHARACTERS,
  unicodeRange,
} from "./font-characters.ts";

interface Face {
  readonly family: string;
  readonly source: string;
  readonly name: string;
  readonly characters: string;
  readonly style?: "italic";
  readonly weight?: number | string;
  /** Weights that a variable font keeps: one, or a range. */
  readonly keep?: number | { readonly min: number; readonly max: number };
  /** Text may start in a fallback; a formula in the wrong font would be laid out anew. */
  readonly display: "block" | "swap" | "optional";
  readonly ranged?: boolean;
}

const require = createRequire(import.meta.url);
const folder = new URL("../styles/fonts/", import.meta.url);
const stylesheet = new URL("../styles/fonts.css", import.meta.url);

/** `KaTeX_Main`, `Regular` and so on, in two files where `house` names what most chapters need. */
function formulaFace(family: string, variant: string, look: Partial<Face>, house?: string): Face[] {
  const base = {
    ...({ family: `KaTeX_${family}`, display: "block", ...look } as const),
    source: `katex/dist/fonts/KaTeX_${family}-${variant}.woff2`,
  };
  const name = `katex-${family}-${variant}`.toLowerCase();
  if (house === undefined) return [{ ...base, name, characters: FORMULA_CHARACTERS }];
  const rest = [...FORMULA_CHARACTERS].filter((one) => !house.includes(one)).join("");
  return [
    { ...base, name, characters: house, ranged: true },
    { ...base, name: `${name}-rest`, characters: rest, ranged: true },
  ];
}

function textFace(name: string, file: string, look: Partial<Face>): Face {
  const source = `@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-${file}.woff2`;
  const family = "Book Serif";
  return { name, family, source, characters: TEXT_CHARACTERS, display: "optional", ...look };
}

const FACES: readonly Face[] = [
  textFace("text-upright", "normal", { keep: { min: 400, max: 600 }, weight: "400 600" }),
  textFace("text-italic", "italic", { keep: 400, style: "italic" }),
  ...formulaFace("Main", "Regular", {}, HOUSE_CHARACTERS),
  ...formulaFace("Main", "Bold", { weight: 700 }, HOUSE_LETTERS["Main-Bold"]),
  ...formulaFace("Math", "Italic", { style: "italic" }, HOUSE_CHARACTERS),
  ...formulaFace("AMS", "Regular", {}, HOUSE_LETTERS["AMS"]),
  ...formulaFace("Caligraphic", "Regular", {}, HOUSE_LETTERS["Caligraphic"]),
  ...[1, 2, 3, 4].flatMap((size) => formulaFace(`Size${size}`, "Regular", {})),
];

function fontFace(face: Face): string {
  return `@font-face {
  font-family: "${face.family}";
  font-style: ${face.style ?? "normal"};
  font-weight: ${face.weight ?? 400};
  font-display: ${face.display};
  src: url("./fonts/${face.name}.woff2") format("woff2");${
    face.ranged ? `\n  unicode-range: ${unicodeRange(face.characters)};` : ""
  }
}
`;
}

await mkdir(folder, { recursive: true });
for (const { source, name, characters, keep } of FACES) {
  const font = await readFile(require.resolve(source));
  const result = await subsetFont(font, characters, {
    targetFormat: "woff2",
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: ["kern", "liga", "tnum", "ccmp", "mark"],
    ...(keep !== undefined && { variationAxes: { wght: keep } }),
  });
  await writeFile(new URL(`${name}.woff2`, folder), result);
  process.stderr.write(`${name}.woff2: ${font.length} → ${result.length} bytes\n`);
}
const notice =
  "/* Made by `npm run fonts`; the characters are listed in src/book/font-characters.ts. */\n\n";
await writeFile(stylesheet, notice + FACES.map(fontFace).join("\n"));
