import type { Model } from "../model.ts";
import type { Line } from "../typed-input/pieces.ts";

/** Signs that some text uses for the product entry by entry. */
const PRODUCTS = new Set([
  "\\circ",
  "\\bullet",
  "•",
  "\\otimes",
  "\\ast",
  "\\star",
  "*",
  "\\times",
  "\\cdot",
]);

export function rewriteProducts(line: Line, mark: string): void {
  line.pieces.forEach(({ is }, at) => {
    if (PRODUCTS.has(is)) line.put(at, mark);
  });
}

const SUMS: Readonly<Record<string, string>> = { "\\Sigma": "\\sum", "\\Pi": "\\prod" };

/** Σ for the sum; an equals sign with nothing before or after it, a comma in a decimal number, a prime that transposes. */
export function rewriteMarks(line: Line, model: Model): void {
  for (const at of [line.next(0), line.previous(line.pieces.length)]) {
    if (line.at(at) === "=") line.put(at, "");
  }
  line.pieces.forEach(({ is }, at) => {
    if (is === "\\equiv") line.put(at, "=");
    const sum = SUMS[is];
    if (sum && !model.symbols.has(is) && line.at(line.next(at + 1)) === "_") line.put(at, sum);
    const isDecimal = is === "," && /^\d+$/.test(line.at(at - 1)) && /^\d+$/.test(line.at(at + 1));
    if (isDecimal) line.put(at, ".");
    const isAfter = /^[)}]$/.test(line.at(at - 1)) && line.at(at + 1) !== "(";
    if (is === "'" && isAfter) line.put(at, "^T");
    const mark = line.at(at - 1) === "{" ? line.previous(at - 1) : line.previous(at);
    if (is === "t" && line.at(mark) === "^" && !model.indices.has("t")) line.put(at, "T");
  });
}
