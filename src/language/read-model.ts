import type { Affine } from "./affine.ts";
import { check } from "./check.ts";
import { tokenize } from "./lexer.ts";
import type {
  ConstantDeclaration,
  Definition,
  FunctionDeclaration,
  Label,
  Model,
  SymbolDeclaration,
} from "./model.ts";
import { Cursor, Refusal } from "./parser/cursor.ts";
import { parse } from "./parser/index.ts";
import { readAffine } from "./parser/indices.ts";
import { readName } from "./parser/names.ts";
import type { ModelData, SymbolData } from "./model-data.ts";
import { faultsOf } from "./model-data.ts";
import type { SymbolNode } from "./tree.ts";

/** Words of the constants that have a fixed value; any other constant is a small positive number. */
const KNOWN_CONSTANTS: Readonly<Record<string, number>> = { "Euler's number": Math.E };

/**
 * Turns a model file into the environment of the parser. Its definitions are read by the same parser as
 * the equations of the book. Problems are sentences that name the line of the model they stand in.
 */
export function readModel(name: string, data: ModelData): { model: Model; problems: string[] } {
  const problems = faultsOf(data);
  if (problems.length > 0) return { model: emptyModel(name, data), problems };
  const model = declare(name, data, problems);
  const sources = data.definitions ?? [];
  // Twice: only after the first reading is it known which symbols take how many arguments.
  const drafts = sources.map((source) => readDefinition(source, model, null));
  const known = { ...model, definitions: drafts.filter((one) => one !== null) };
  const definitions = sources.map((source) => readDefinition(source, known, problems));
  const updates = (data.updates ?? []).flatMap((source) => {
    const { equation, diagnostics } = parse(source, known);
    problems.push(...diagnostics.map((one) => `${source}: ${one.message}`));
    return [...equation.chains];
  });
  return {
    model: { ...known, definitions: definitions.filter((one) => one !== null), updates },
    problems,
  };
}

function emptyModel(name: string, data: ModelData): Model {
  const counts: Record<string, number> = {};
  const widths: Record<string, readonly number[]> = {};
  const choices: Record<string, string> = {};
  for (const [key, value] of Object.entries(data.judge ?? {})) {
    if (typeof value === "number") counts[key] = value;
    else if (typeof value === "string") choices[key] = value;
    else widths[key] = value;
  }
  return {
    name,
    title: data.title,
    indices: new Map(Object.entries(data.indices ?? {})),
    symbols: new Map(),
    constants: new Map(),
    functions: new Map(),
    definitions: [],
    updates: [],
    gradient: data.gradient ?? null,
    judge: { counts, widths, choices },
  };
}

function declare(name: string, data: ModelData, problems: string[]): Model {
  const empty = emptyModel(name, data);
  const affine = (text: string): Affine => readWhole(text, empty, problems, readAffine);
  const key = (text: string): string =>
    readWhole(text, empty, problems, (cursor) => readName(cursor)?.text ?? text);
  const symbols = Object.entries(data.symbols).map(([written, symbol]) => {
    const declared = declareSymbol(key(written), symbol, affine);
    return [declared.name, declared] as const;
  });
  const constants = Object.entries(data.constants ?? {}).map(([written, reads]) => {
    const value = KNOWN_CONSTANTS[reads];
    const declared: ConstantDeclaration = value === undefined ? { reads } : { reads, value };
    return [key(written), declared] as const;
  });
  const functions = Object.entries(data.functions ?? {}).map(([written, one]) => {
    const declared: FunctionDeclaration =
      "smooth" in one
        ? {
            kind: "smooth",
            args: one.smooth.map(affine),
            ...(one.family ? { family: affine(one.family) } : {}),
          }
        : { kind: "choices", choices: one };
    return [key(written), declared] as const;
  });
  const gradient = data.gradient ? key(data.gradient) : null;
  return {
    ...empty,
    gradient,
    symbols: new Map(symbols),
    constants: new Map(constants),
    functions: new Map(functions),
  };
}

function declareSymbol(
  name: string,
  data: SymbolData,
  affine: (text: string) => Affine,
): SymbolDeclaration {
  const label = (kind: string, place: Label["place"], range: string | undefined): Label[] => {
    if (range === undefined) return [];
    const [low = "", high = ""] = range.split(",");
    return [{ kind, place, low: affine(low), high: affine(high) }];
  };
  const shape = data.shape === undefined ? [] : [data.shape].flat();
  return {
    name,
    reads: data.reads,
    role: data.role ?? "computed",
    shape: shape.map(affine),
    labels: [
      ...label("example", "sub", data.examples),
      ...label("time", "sub", data.times),
      ...label("node", "sub", data.nodes),
      ...label("layer", "super", data.layers),
    ],
    arguments: data.arguments ?? "none",
    domain: data.domain ?? "normal",
    packs: data.packs ?? false,
  };
}

/** Reads a whole string with one reader; what is left over is a problem. */
function readWhole<T>(
  text: string,
  model: Model,
  problems: string[],
  reader: (cursor: Cursor) => T,
): T {
  const cursor = new Cursor(text, tokenize(text).tokens, model);
  try {
    const value = reader(cursor);
    if (cursor.peek().kind !== "end") problems.push(`"${text}" is not understood.`);
    return value;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(`"${text}": ${error.message}`);
    return reader(new Cursor("1", tokenize("1").tokens, model));
  }
}

/** With `problems` shapes are checked as well; the first reading only finds out which symbols are applied. */
function readDefinition(
  source: string,
  model: Model,
  problems: string[] | null,
): Definition | null {
  const { equation, diagnostics } = problems ? readStrictly(source, model) : parse(source, model);
  const [target, body] = equation.chains[0]?.sides ?? [];
  if (diagnostics.length > 0 || !target || !body) {
    problems?.push(...diagnostics.map((one) => `${source}: ${one.message}`));
    return null;
  }
  if (target.kind === "symbol") return { source, target, formals: null, body };
  if (target.kind !== "evaluate") {
    problems?.push(`${source}: the left side of a definition is a symbol.`);
    return null;
  }
  const { name, span } = target;
  const formals = target.args.filter((one): one is SymbolNode => one.kind === "symbol");
  return { source, target: { kind: "symbol", name, labels: [], indices: [], span }, formals, body };
}

function readStrictly(
  source: string,
  model: Model,
): Pick<ReturnType<typeof parse>, "equation" | "diagnostics"> {
  const { typed, diagnostics } = check(source, model);
  return { equation: typed.equation, diagnostics };
}
