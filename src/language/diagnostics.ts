/** What can be wrong with an equation before it is judged. Errors are values; nothing here throws. */

/** A half-open range [start, end) in UTF-16 units of the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const DIAGNOSTIC_CODES = [
  "syntax",
  "symbol",
  "shape",
  "index",
  "layer",
  "free-index",
  "no-place",
  "limit",
] as const;

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** One edit that may mend the source. It becomes a hint only after it was run and holds. */
export interface Proposal {
  readonly tex: string;
  readonly say: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly Span[];
  readonly proposals?: readonly Proposal[];
  /** A proposal that was tried and holds. */
  readonly hint?: string;
}

export const cover = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });

/** The source with one span replaced: how proposals are written. */
export const replaceSpan = (source: string, span: Span, text: string): string =>
  source.slice(0, span.start) + text + source.slice(span.end);

/** A message quotes its source; a very long word of it is cut, so that the sentence can be read. */
export const shortened = (message: string): string =>
  message.replace(/\S{160,}/g, (word) => `${word.slice(0, 40)}…`);
