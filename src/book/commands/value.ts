import { check } from "../../language/index.ts";
import {
  Absent,
  drawNetwork,
  Program,
  Stop,
  compile,
  placesOf,
  rowsOf,
  constrain,
  type Nested,
} from "../../engine/index.ts";
import { modelOf } from "./check.ts";
import { constraintsFor, UsageError, type Options } from "./options.ts";

/** `value '<latex>' --given values.json`: the value of an expression as nested arrays. Gives the exit code. */
export function value(options: Options): number {
  if (options.words.length === 0) throw new UsageError("There is no expression to evaluate.");
  const model = modelOf(options.model);
  const base = constraintsFor(model, options);
  let code = 0;
  for (const tex of options.words) {
    const { typed, diagnostics } = check(tex, model);
    const [claim] = typed.claims;
    const [side] = claim?.sides ?? [];
    const problem = diagnostics[0] ?? (side && claim?.sides.length === 1 ? null : notOne(tex));
    if (problem || !claim || !side) {
      report(tex, problem ?? notOne(tex), options.json);
      code = 2;
      continue;
    }
    const network = drawNetwork(
      model,
      constrain(withSizes(model, base), typed.conditions),
      options.seed,
      0,
    );
    const program = new Program(model, network);
    try {
      const places = placesOf(program, claim.free, typed.conditions);
      const values = places.map((letters) => {
        const block = compile(program, side, letters);
        return nested(
          block.slots.map((slot) => program.tape.value(slot)),
          block,
        );
      });
      const shape = claim.shapes[0];
      const free = claim.free.map(({ name }) => name);
      const result =
        free.length === 0
          ? { tex, value: values[0], shape: sizesOf(values[0]) }
          : {
              tex,
              value: values,
              shape: sizesOf(values),
              indices: places.map((place) => Object.fromEntries(place)),
            };
      if (shape)
        process.stdout.write(
          `${options.json ? JSON.stringify(result) : JSON.stringify(result.value)}\n`,
        );
    } catch (error) {
      if (!(error instanceof Stop) && !(error instanceof Absent)) throw error;
      const span = error instanceof Stop ? error.span : { start: 0, end: tex.length };
      const found = {
        code: error instanceof Stop ? error.code : "no-place",
        message: error.message,
        span,
      };
      report(tex, found, options.json);
      code = 2;
    }
  }
  return code;
}

/** Where nothing else is said, the model's own sizes and function. */
function withSizes(
  model: ReturnType<typeof modelOf>,
  constraints: ReturnType<typeof constraintsFor>,
): ReturnType<typeof constraintsFor> {
  const { counts, widths, choices } = model.judge;
  return {
    counts: { ...counts, ...constraints.counts },
    widths: { ...widths, ...constraints.widths },
    choices: { ...choices, ...constraints.choices },
    given: constraints.given,
  };
}

function nested(
  values: readonly number[],
  { rows, columns }: { rows: number; columns: number },
): Nested {
  if (rows === 1 && columns === 1) return values[0] as number;
  return columns === 1 ? values : rowsOf(values, columns);
}

const sizesOf = (value: Nested | undefined): number[] =>
  Array.isArray(value) ? [value.length, ...sizesOf(value[0] as Nested)] : [];

interface Found {
  readonly code: string;
  readonly message: string;
  readonly span: { readonly start: number; readonly end: number };
}

const notOne = (tex: string): Found => ({
  code: "syntax",
  message: "A value is one expression, without a relation.",
  span: { start: 0, end: tex.length },
});

function report(tex: string, { code, message, span }: Found, json: boolean): void {
  if (json) {
    const result = { tex, code, message, span: [span.start, span.end] };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } else {
    process.stderr.write(
      `${tex}\n${" ".repeat(span.start)}${"^".repeat(Math.max(1, span.end - span.start))}\n${message}\n`,
    );
  }
}
