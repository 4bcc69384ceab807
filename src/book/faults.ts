import { relative } from "node:path";

/** A fault in a chapter: where it is and what it is, in a sentence. Lines and columns count from 1. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret line marks; at least 1. */
  readonly length: number;
  readonly sentence: string;
  /** Further lines, such as a counterexample or a hint. */
  readonly notes?: readonly string[];
}

/** `file:line:column: sentence`, then the line itself with carets below, then the notes. */
export function describeFault(fault: Fault, source: string): string {
  const text = source.split("\n")[fault.line - 1] ?? "";
  const number = String(fault.line);
  const gutter = " ".repeat(number.length);
  const room = Math.max(1, Math.min(fault.length, text.length - fault.column + 1));
  return [
    `${relative(process.cwd(), fault.file)}:${fault.line}:${fault.column}: ${fault.sentence}`,
    `  ${number} | ${text}`,
    `  ${gutter} | ${" ".repeat(fault.column - 1)}${"^".repeat(room)}`,
    ...(fault.notes ?? []).map((note) => `  ${gutter} = ${note}`),
  ].join("\n");
}

/** Where an offset of a formula stands in its file. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the offset of a block's TeX in the file. The engine strips the indentation of a block that stands
 * in a list, so each line is looked for in its own source line.
 * `firstLine` is the file's line of the first line of `tex`.
 */
export function placeInBlock(
  tex: string,
  offset: number,
  firstLine: number,
  source: string,
): Place {
  const before = tex.slice(0, offset).split("\n");
  const line = firstLine + before.length - 1;
  const own = tex.split("\n")[before.length - 1] ?? "";
  const indent = Math.max(0, (source.split("\n")[line - 1] ?? "").indexOf(own));
  return { line, column: indent + before[before.length - 1]!.length + 1 };
}
