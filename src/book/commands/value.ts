import {
  Absent,
  compile,
  constrain,
  drawNetwork,
  placesOf,
  Program,
  rowsOf,
  Stop,
  type Constraints,
  type Nested,
} from "../../engine/index.ts";
import {
  check,
  isScalar,
  isVector,
  type Model,
  type Shape,
  type TypedClaim,
  type TypedEquation,
} from "../../language/index.ts";
import { modelOf } from "./check.ts";
import { constraintsFor, UsageError, type Options } from "./options.ts";

interface Found {
  readonly value: Nested;
  readonly shape: readonly number[];
  /** Where free indices leave several values: which is which. */
  readonly indices?: readonly Readonly<Record<string, number>>[];
}

interface Fault {
  readonly code: string | null;
  readonly message: string;
  readonly span: { readonly start: number; readonly end: number };
}

const NOT_UNDERSTOOD = 2;
const NOT_FINITE = 3;

/** `value '<latex>' --given values.json`: the value of an expression as nested arrays. Gives the exit code. */
export function value(options: Options): number {
  if (options.words.length === 0) throw new UsageError("There is no expression to evaluate.");
  const model = modelOf(options.model);
  const fixed = constraintsFor(model, options);
  const codes = options.words.map((tex) => {
    const found = evaluate(tex, model, fixed, options.seed);
    if ("message" in found) {
      reportFault(tex, found, options.json);
      return found.code === null ? NOT_FINITE : NOT_UNDERSTOOD;
    }
    const shown = options.json ? { tex, ...found } : found.value;
    process.stdout.write(`${JSON.stringify(shown)}\n`);
    return 0;
  });
  return codes.includes(NOT_UNDERSTOOD) ? NOT_UNDERSTOOD : Math.max(...codes);
}

function evaluate(tex: string, model: Model, fixed: Constraints, seed: string): Found | Fault {
  const whole = { start: 0, end: tex.length };
  const { typed, diagnostics } = check(tex, model);
  if (diagnostics[0]) return diagnostics[0];
  const [claim, ...others] = typed.claims;
  if (!claim || others.length > 0 || claim.sides.length !== 1) {
    const message = "A value is one expression, without a relation.";
    return { code: "syntax", message, span: claim?.chain.span ?? whole };
  }
  try {
    const constraints = withDefaults(model, constrain(fixed, typed.conditions));
    const program = new Program(model, drawNetwork(model, constraints, seed, 0));
    return (
      valueOn(program, typed, claim) ?? {
        code: null,
        message: "The value is no finite number.",
        span: whole,
      }
    );
  } catch (error) {
    if (error instanceof Stop)
      return { code: error.code, message: error.message, span: error.span };
    if (error instanceof Absent) return { code: "no-place", message: error.message, span: whole };
    if (error instanceof RangeError) return { code: "limit", message: error.message, span: whole };
    throw error;
  }
}

/** `null` where a number is not finite. */
function valueOn(program: Program, typed: TypedEquation, claim: TypedClaim): Found | null {
  const [side] = claim.sides;
  const [shape] = claim.shapes;
  const places = placesOf(program, claim.free, typed.conditions);
  if (!side || !shape) return null;
  if (places.length === 0) throw new Absent("There is no place at which every symbol exists.");
  const values = places.map((letters) => {
    const block = compile(program, side, letters);
    return nested(program.values(block), shape, block.columns);
  });
  if (!values.flat(3).every((one) => Number.isFinite(one))) return null;
  if (claim.free.length === 0) {
    const [only = []] = values;
    return { value: only, shape: lengthsOf(only) };
  }
  const indices = places.map((place) => Object.fromEntries(place));
  return { value: values, shape: lengthsOf(values), indices };
}

/** What was not fixed is as in the model: its sizes, its function. */
function withDefaults(model: Model, fixed: Constraints): Constraints {
  const { counts, widths, choices } = model.judge;
  const depth = fixed.counts.L ?? Object.values(fixed.widths)[0]?.length ?? counts.L;
  const judged = Object.entries(widths).map(([name, list]) => [
    name,
    Array.from({ length: depth ?? list.length }, (_, at) => list[at % list.length] as number),
  ]);
  return {
    counts: { ...counts, ...(depth === undefined ? {} : { L: depth }), ...fixed.counts },
    widths: { ...Object.fromEntries(judged), ...fixed.widths },
    choices: { ...choices, ...fixed.choices },
    given: fixed.given,
  };
}

/** A vector of one entry stays a vector: the shape in symbols decides, not the sizes. */
function nested(values: readonly number[], shape: Shape, columns: number): Nested {
  if (isScalar(shape)) return values[0] as number;
  return isVector(shape) ? values : rowsOf(values, columns);
}

const lengthsOf = (value: Nested): number[] =>
  Array.isArray(value) ? [value.length, ...lengthsOf(value[0] as Nested)] : [];

function reportFault(tex: string, { code, message, span }: Fault, json: boolean): void {
  if (json) {
    const result = { tex, value: null, code, message, span: [span.start, span.end] };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const carets = " ".repeat(span.start) + "^".repeat(Math.max(1, span.end - span.start));
  process.stderr.write(`${tex}\n${carets}\n${message}\n`);
}
