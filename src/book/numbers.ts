import type { Block } from "../language/index.ts";
import type { Program } from "../engine/index.ts";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number with so many decimals, and a true minus sign. */
export const decimal = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/^-(0\.?0*)$/, "$1")
    .replace("-", "\u2212");

/** 3·10⁻¹¹: how small a distance is. */
export function powerOfTen(value: number): string {
  if (value === 0) return "0";
  const [digits = "", exponent = "0"] = value.toExponential(0).split("e");
  const raised = [...String(Math.abs(Number(exponent)))].map(
    (digit) => SUPERSCRIPTS[Number(digit)],
  );
  return `${digits}·10${Number(exponent) < 0 ? "⁻" : ""}${raised.join("")}`;
}

/** A number, a vector (…, …) or a matrix of rows (…; …). */
export function printBlock(program: Program, block: Block, digits: number): string {
  const numbers = block.slots.map((slot) => decimal(program.tape.value(slot), digits));
  if (numbers.length === 1) return numbers[0] ?? "";
  if (block.columns === 1) return `(${numbers.join(", ")})`;
  const rows = Array.from({ length: block.rows }, (_, row) =>
    numbers.slice(row * block.columns, (row + 1) * block.columns).join(", "),
  );
  return `(${rows.join("; ")})`;
}
