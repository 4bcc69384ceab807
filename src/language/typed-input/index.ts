import { check } from "../check.ts";
import { Budget } from "../budget.ts";
import type { Diagnostic, Span } from "../diagnostics.ts";
import type { Model } from "../model.ts";
import { readCharacters } from "./characters.ts";
import { readQuotients } from "./derivatives.ts";
import type { Edit } from "./edits.ts";
import { applyEdits, compose, editsOf, sourceSpan } from "./edits.ts";
import { readFrames } from "./frames.ts";
import { readMarks } from "./marks.ts";
import { readStyles } from "./names.ts";
import { Line } from "./pieces.ts";
import { readScriptBrackets, readScripts } from "./scripts.ts";
import { readStars } from "./stars.ts";
import { readTransposes } from "./transposes.ts";
import { readWords } from "./words.ts";

/** What somebody typed, read as house LaTeX. */
export interface TypedInput {
  /** House LaTeX, as far as what was typed can be read in one way only. */
  readonly tex: string;
  /** The changes, in order: put into the source they give `tex`. */
  readonly edits: readonly Edit[];
  /** The same as sentences, each with its piece of the source; none for what KaTeX sets alike. */
  readonly notes: readonly Diagnostic[];
}

/** Longer than anything that a person types; beyond it nothing is read anew. */
const MAX_LENGTH = 2000;

/** Readings in a row: what one changes may show the next one something. None that is useful needs more. */
const MAX_READINGS = 6;

/**
 * Turns what is typed in ASCII, in Unicode or in clumsy LaTeX into house LaTeX. It leaves alone what is house
 * LaTeX already, drops nothing without saying so, and where two readings differ it changes nothing. Never throws.
 */
export function readTyped(source: string, model: Model, budget = new Budget()): TypedInput {
  const untouched: TypedInput = { tex: source, edits: [], notes: [] };
  if (source.length > MAX_LENGTH) return untouched;
  let read = untouched;
  for (let count = 0; count < MAX_READINGS; count += 1) {
    const { tex, edits, notes } = readOnce(read.tex, model, budget);
    if (budget.isSpent) return untouched;
    if (tex === read.tex) return read;
    const back = (span: Span): Span => sourceSpan(read.edits, span);
    const later = notes.map(({ related = [], ...note }) => ({
      ...note,
      span: back(note.span),
      ...(related.length > 0 ? { related: related.map(back) } : {}),
    }));
    read = {
      tex,
      edits: compose(source, read.edits, edits),
      notes: [...read.notes, ...later],
    };
  }
  return untouched;
}

function readOnce(source: string, model: Model, budget: Budget): TypedInput {
  const line = new Line(source, budget);
  readCharacters(line);
  readWords(line, model);
  readMarks(line, model);
  readFrames(line);
  readStyles(line, model);
  readScriptBrackets(line, model);
  readScripts(line, model);
  readTransposes(line, model);
  readQuotients(line, model);
  readStars(line, (tex) => check(tex, model, [], budget).diagnostics.length === 0);
  const edits = editsOf(line);
  return { tex: applyEdits(source, edits), edits, notes: line.notes };
}

export { applyEdits, sourceSpan, type Edit } from "./edits.ts";
