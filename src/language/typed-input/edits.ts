import { replaceSpan, type Span } from "../diagnostics.ts";
import type { Line } from "./pieces.ts";

/** One piece of what was typed and what stands for it. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The changed pieces of a line; neighbours make one edit. */
export function editsOf(line: Line): Edit[] {
  const edits: Edit[] = [];
  let before = "";
  for (const { span, from, ...piece } of line.pieces) {
    const plain = piece.before + piece.is + piece.after;
    // A command and a letter after it must not run together.
    const text = /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(plain) ? ` ${plain}` : plain;
    if (text !== "") before = text;
    if (text === from) continue;
    const last = edits.at(-1);
    if (last?.span.end === span.start) {
      edits[edits.length - 1] = {
        span: { start: last.span.start, end: span.end },
        text: last.text + text,
      };
    } else {
      edits.push({ span, text });
    }
  }
  return edits;
}

export const applyEdits = (source: string, edits: readonly Edit[]): string =>
  edits.reduceRight((text, edit) => replaceSpan(text, edit.span, edit.text), source);

/** Where in the source a piece of the edited text comes from. */
export function sourceSpan(edits: readonly Edit[], { start, end }: Span): Span {
  const first = placeOf(edits, start, false);
  return { start: first, end: Math.max(first, placeOf(edits, end, true)) };
}

/** A place inside of what an edit wrote is the start or the end of what it replaced. */
function placeOf(edits: readonly Edit[], at: number, isEnd: boolean): number {
  let grown = 0;
  for (const { span, text } of edits) {
    const from = span.start + grown;
    if (at < from || (isEnd && at === from)) break;
    if (at < from + text.length || (isEnd && at === from + text.length)) {
      return isEnd ? span.end : span.start;
    }
    grown += text.length - (span.end - span.start);
  }
  return at - grown;
}

/** The edits of two readings in a row as edits of the first source. */
export function compose(
  source: string,
  first: readonly Edit[],
  second: readonly Edit[],
): readonly Edit[] {
  if (second.length === 0) return first;
  const final = applyEdits(applyEdits(source, first), second);
  const spans = [...first, ...second.map(({ span }) => ({ span: sourceSpan(first, span) }))]
    .map(({ span }) => span)
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const place = (at: number, isEnd: boolean): number =>
    [first, second].reduce((here, edits) => moved(edits, here, isEnd), at);
  return merged.map((span) => {
    const text = final.slice(place(span.start, false), place(span.end, true));
    return { span, text };
  });
}

/** Where a place of the source comes to stand; at a place where something is put in, before or behind it. */
function moved(edits: readonly Edit[], at: number, isEnd: boolean): number {
  return edits
    .filter(({ span }) => (isEnd ? span.end <= at : span.end <= at && span.start < at))
    .reduce((place, { span, text }) => place + text.length - (span.end - span.start), at);
}
