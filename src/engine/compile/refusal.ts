import type { DiagnosticCode, Span } from "../../language/index.ts";

/** Leaves the compilation of one equation; caught where equations are judged, never seen outside. */
export class Stop extends Error {
  readonly code: DiagnosticCode;
  readonly span: Span;
  constructor(code: DiagnosticCode, message: string, span: Span) {
    super(message);
    this.code = code;
    this.span = span;
  }
}

/** This place does not exist on this network: a label or an index falls outside. */
export class Absent extends Error {
  /** The letters of the subscript that fell off. */
  readonly letters: readonly string[];
  constructor(message: string, letters: readonly string[] = []) {
    super(message);
    this.letters = letters;
  }
}
