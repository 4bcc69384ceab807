import { Judge, type Constraints, type Judgement, type Verdict } from "../../engine/index.ts";
import { judgeWithHints } from "../../engine/index.ts";
import { readTyped, sourceSpan, type Span } from "../../language/index.ts";
import { describeHolding } from "../margin.ts";
import { loadModel, ModelError } from "../models.ts";
import { constraintsFor, readSizes, UsageError, type Options } from "./options.ts";

/** One equation to check, with what may differ from the options of the command. */
interface Request {
  readonly tex: string;
  readonly id?: string | number;
  readonly model?: string;
  readonly sizes?: readonly unknown[];
  readonly g?: string;
  readonly given?: unknown;
}

interface Result {
  readonly tex: string;
  readonly id: string | number | null;
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly message: string;
  readonly span: readonly [number, number] | null;
  readonly layers: string | null;
  readonly places: number;
  readonly worst: number | null;
  readonly counterexample: Judgement["counterexample"];
  /** The house LaTeX that was judged, where it differs from what was typed. */
  readonly read?: string;
  readonly hint?: string;
  readonly diagnostics?: readonly unknown[];
}

const EXIT: Readonly<Record<Verdict, number>> = {
  "not understood": 2,
  fails: 1,
  "cannot tell": 3,
  holds: 0,
  value: 0,
};
/** The first of these codes that occurs is the code of the whole run. */
const ORDER = [2, 1, 3];

/** `check '<latex>' …`, or one equation a line on standard input. Gives the exit code. */
export function check(options: Options, lines: readonly string[]): number {
  const requests =
    options.words.length > 0 ? options.words.map((tex) => ({ tex })) : readLines(lines);
  if (requests.length === 0) throw new UsageError("There is no equation to check.");
  const judges = new Map<string, Judge>();
  const codes = new Set<number>();
  // Every fault of use is found before the first equation is judged.
  const prepared = requests.map((request) => prepare(request, options, judges));
  for (const one of prepared) {
    const result = run(one, options);
    codes.add(EXIT[result.verdict]);
    process.stdout.write(`${options.json ? JSON.stringify(result) : describe(result)}\n`);
  }
  return ORDER.find((code) => codes.has(code)) ?? 0;
}

/** All lines are read before the first is judged; blank ones are skipped, but counted. */
function readLines(lines: readonly string[]): Request[] {
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    return [line.trimStart().startsWith("{") ? parseLine(line, at + 1) : { tex: line }];
  });
}

/** The fields of a JSON line and what each may be. */
const FIELDS: Readonly<Record<keyof Request, (value: unknown) => boolean>> = {
  tex: (value) => typeof value === "string",
  id: (value) => typeof value === "string" || typeof value === "number",
  model: (value) => typeof value === "string",
  sizes: Array.isArray,
  g: (value) => typeof value === "string",
  given: (value) => typeof value === "object" && value !== null,
};

function parseLine(line: string, number: number): Request {
  let request: Partial<Record<keyof Request, unknown>>;
  try {
    request = JSON.parse(line) as typeof request;
  } catch (error) {
    throw new UsageError(`Line ${number} of the input is not JSON: ${(error as Error).message}`);
  }
  if (request.tex === undefined) throw new UsageError(`Line ${number} of the input has no "tex".`);
  for (const [field, fits] of Object.entries(FIELDS)) {
    const value = request[field as keyof Request];
    if (value === undefined || value === null || fits(value)) continue;
    throw new UsageError(`Line ${number} of the input: "${field}" is not of its kind.`);
  }
  return request as unknown as Request;
}

interface Prepared {
  readonly request: Request;
  readonly judge: Judge;
  readonly constraints: Constraints;
}

function prepare(request: Request, options: Options, judges: Map<string, Judge>): Prepared {
  const name = request.model ?? options.model;
  const judge = judges.get(name) ?? new Judge(modelOf(name));
  judges.set(name, judge);
  const constraints = constraintsFor(judge.model, {
    sizes: request.sizes ? readSizes(request.sizes) : options.sizes,
    g: request.g ?? options.g,
    given: request.given ?? options.given,
  });
  return { request, judge, constraints };
}

function run({ request, judge, constraints }: Prepared, { seed, typed }: Options): Result {
  const read = typed ? readTyped(request.tex, judge.model) : { tex: request.tex, edits: [] };
  const { tex, edits } = read;
  const judgement = judgeWithHints(judge, tex, { constraints, seed });
  const { verdict, code, message, span, layers, places, worst, counterexample } = judgement;
  const { hint } = judgement;
  const back = (one: Span): Span => sourceSpan(edits, one);
  const diagnostics = judgement.diagnostics.map((one) => ({
    ...one,
    span: back(one.span),
    ...(one.related ? { related: one.related.map(back) } : {}),
  }));
  const place = span && back(span);
  return {
    tex: request.tex,
    id: request.id ?? null,
    verdict,
    code,
    message,
    span: place ? [place.start, place.end] : null,
    layers,
    places,
    worst,
    counterexample,
    ...(tex === request.tex ? {} : { read: tex }),
    ...(hint ? { hint } : {}),
    ...(diagnostics.length > 1 ? { diagnostics } : {}),
  };
}

export function modelOf(name: string): ReturnType<typeof loadModel> {
  try {
    return loadModel(name);
  } catch (error) {
    if (error instanceof ModelError) throw new UsageError(error.message);
    throw error;
  }
}

/** For a person: the verdict, and below a refusal the equation with carets. */
function describe(result: Result): string {
  const { tex, verdict, message, span, counterexample, hint, read } = result;
  const asRead = read === undefined ? [] : [`Read as ${read}`];
  if (verdict === "value") return [`value · ${tex}`, ...asRead].join("\n");
  if (verdict === "holds") return [`${describeHolding(result)} · ${tex}`, ...asRead].join("\n");
  const lines = [`${verdict} · ${tex}`];
  if (span)
    lines.push(
      " ".repeat(verdict.length + 3 + span[0]) + "^".repeat(Math.max(1, span[1] - span[0])),
    );
  lines.push(...asRead, message);
  if (hint) lines.push(`Did you mean ${hint}?`);
  if (counterexample) {
    const { sizes, g, given } = counterexample;
    lines.push(
      `Smallest network found: ${[sizes.join("-"), g && `g = ${g}`, JSON.stringify(given)].filter(Boolean).join(", ")}`,
    );
  }
  return lines.join("\n");
}
