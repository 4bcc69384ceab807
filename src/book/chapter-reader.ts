import { fileURLToPath } from "node:url";

import { displayMarkup, inlineMarkup, valueMarkup } from "./equation-markup.ts";
import type { EquationSource, ExecutedEquation } from "./equations.ts";
import { execute } from "./execute.ts";
import { describeFault, placeInBlock, type Fault } from "./faults.ts";
import { occasionalFonts } from "./formula-fonts.ts";
import { claimId } from "./identifiers.ts";
import { parseMeta } from "./meta.ts";
import { isReason } from "./reasons.ts";
import { recordTally } from "./tally.ts";
import { typeset } from "./typeset.ts";

/** A formula of a page, in the order of the text, as the page's islands receive it. */
export interface PageEquation {
  readonly key: string;
  readonly kind: EquationSource["kind"];
  readonly tex: string;
  /** The printed label, where it has one. */
  readonly name?: string;
  readonly verdict: ExecutedEquation["verdict"];
  readonly data: unknown;
}

/** A point in the source, from 1, as the Markdown engine gives it. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the formulas of one chapter: executes and sets each, gathers every fault,
 * so that an author sees all that is wrong at once.
 */
export class ChapterReader {
  readonly equations: PageEquation[] = [];
  /** Files of the fonts that some formula of this chapter needs beside the usual ones. */
  readonly fonts = new Set<string>();
  readonly #faults: Fault[] = [];
  readonly #file: string;
  readonly #source: string;
  readonly #ids = new Map<string, number>();

  constructor(fileUrl: URL | undefined, source: string) {
    this.#file = fileUrl ? fileURLToPath(fileUrl) : "(text)";
    this.#source = source;
  }

  /** A `$$` block whose fence opens at `start`. Answers with its HTML. */
  display(tex: string, metaText: string, start: Point, inDerivation: boolean): string {
    const { meta, faults } = parseMeta(metaText);
    const fence = this.#source.split("\n")[start.line - 1] ?? "";
    const metaColumn = Math.max(0, fence.indexOf(metaText)) + 1;
    for (const { sentence, span } of faults) {
      this.fault(sentence, { line: start.line, column: metaColumn + span[0] }, span[1] - span[0]);
    }
    const why = meta.values.why;
    if (why !== undefined && !isReason(why)) {
      this.fault(`"${why}" is not one of the nine reasons.`, start, fence.length);
    }
    if (inDerivation && why === undefined) {
      this.fault("A step of a derivation gives its reason: why=CHAIN+, for example.", start, 2);
    }
    if (meta.id === undefined) {
      this.fault("A displayed equation needs a permanent id: $$ #its-name.", start, 2);
      return "";
    }
    this.claim(meta.id, start);
    const at = placeInBlock(tex, 0, start.line + 1, this.#source);
    const source: EquationSource = {
      ...{ tex, id: meta.id, kind: "display", meta: meta.values, file: this.#file },
      ...at,
    };
    const { executed, set } = this.#run(source, meta.id);
    return displayMarkup(source, executed, set);
  }

  /** `$…$`, whose TeX begins at `start`. */
  inline(tex: string, start: Point): string {
    const key = `formula-${this.equations.length + 1}`;
    const source = this.#inText(tex, "inline", {}, start);
    return inlineMarkup(key, this.#run(source, key).set);
  }

  /** `:value[$…$]{…}`: the number itself. */
  value(tex: string, options: Readonly<Record<string, string>>, start: Point): string {
    const key = `value-${this.equations.length + 1}`;
    const source = this.#inText(tex, "value", options, start);
    return valueMarkup(key, source, this.#run(source, key).executed.text ?? "");
  }

  fault(sentence: string, at: Point, length: number, notes?: readonly string[]): void {
    this.#faults.push({ file: this.#file, ...at, length, sentence, ...(notes && { notes }) });
  }

  /** Registers an id of this page: unique here and, among equations, in the whole book. */
  claim(id: string, at: Point): void {
    const earlier = this.#ids.get(id);
    const elsewhere = claimId(id, this.#file);
    if (earlier !== undefined)
      this.fault(`The id #${id} stands already on line ${earlier}.`, at, 2);
    else if (elsewhere) this.fault(`The id #${id} stands already in ${elsewhere}.`, at, 2);
    this.#ids.set(id, earlier ?? at.line);
  }

  /** Whether an equation or a container of this page has this id. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Throws one error that tells every fault of the chapter; silent when there is none. */
  finish(): void {
    if (this.#faults.length === 0) {
      recordTally(this.#file, this.equations);
      return;
    }
    const faults = this.#faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const count = faults.length === 1 ? "One fault" : `${faults.length} faults`;
    const message = faults.map((fault) => describeFault(fault, this.#source)).join("\n\n");
    // Astro shows the first place beside its own report.
    const { line, column } = faults[0]!;
    throw Object.assign(new Error(`${count} in this chapter\n\n${message}\n`), { line, column });
  }

  #inText(
    tex: string,
    kind: "inline" | "value",
    meta: Readonly<Record<string, string>>,
    start: Point,
  ): EquationSource {
    const { line, column } = start;
    return { tex, id: undefined, kind, meta, file: this.#file, line, column };
  }

  #run(source: EquationSource, key: string): { executed: ExecutedEquation; set: string } {
    const executed = execute(source);
    const { html, problem } = typeset(source.tex, executed.annotated, source.kind === "display");
    for (const { sentence, span, notes } of [...executed.problems, ...(problem ? [problem] : [])]) {
      this.fault(sentence, this.#locate(source, span[0]), span[1] - span[0], notes);
    }
    for (const font of occasionalFonts(html)) this.fonts.add(font);
    const { kind, tex } = source;
    const { name } = source.meta;
    this.equations.push({
      ...{ key, kind, tex, verdict: executed.verdict, data: executed.data },
      ...(name !== undefined && { name }),
    });
    return { executed, set: html };
  }

  #locate(source: EquationSource, offset: number): Point {
    if (source.kind === "display") {
      return placeInBlock(source.tex, offset, source.line, this.#source);
    }
    const before = source.tex.slice(0, offset).split("\n");
    if (before.length === 1) return { line: source.line, column: source.column + offset };
    return placeInBlock(source.tex, offset, source.line, this.#source);
  }
}
