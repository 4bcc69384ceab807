import type { TypedClaim, TypedEquation } from "./typed.ts";
import type { Span } from "./diagnostics.ts";
import type {
  ConstantDeclaration,
  FunctionDeclaration,
  Model,
  SymbolDeclaration,
} from "./model.ts";
import type { Condition } from "./tree.ts";

/**
 * A typed equation and a model as plain data, for a page: the build has parsed and checked them, so the
 * page needs no parser. Spans are left out; nothing on a page points into them.
 */
export interface PackedEquation {
  readonly source: string;
  readonly claims: readonly TypedClaim[];
  readonly conditions: readonly Condition[];
}

export interface PackedModel extends Omit<
  Model,
  "indices" | "symbols" | "constants" | "functions"
> {
  readonly indices: readonly (readonly [string, string])[];
  readonly symbols: readonly (readonly [string, SymbolDeclaration])[];
  readonly constants: readonly (readonly [string, ConstantDeclaration])[];
  readonly functions: readonly (readonly [string, FunctionDeclaration])[];
}

export const packEquation = (typed: TypedEquation): PackedEquation =>
  withoutSpans({
    source: typed.equation.source,
    claims: typed.claims,
    conditions: typed.conditions,
  });

export function unpackEquation(packed: PackedEquation, model: Model): TypedEquation {
  const { source, claims, conditions } = withSpans(packed);
  const chains = claims.map(({ chain }) => chain);
  return { equation: { source, chains, conditions }, model, claims, conditions };
}

export const packModel = (model: Model): PackedModel =>
  withoutSpans({
    ...model,
    indices: [...model.indices],
    symbols: [...model.symbols],
    constants: [...model.constants],
    functions: [...model.functions],
  });

export function unpackModel(packed: PackedModel): Model {
  const { indices, symbols, constants, functions, ...rest } = withSpans(packed);
  return {
    ...rest,
    indices: new Map(indices),
    symbols: new Map(symbols),
    constants: new Map(constants),
    functions: new Map(functions),
  };
}

const withoutSpans = <Data>(data: Data): Data =>
  JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === "span" ? undefined : value)),
  ) as Data;

const NOWHERE: Span = { start: 0, end: 0 };

/** Every node, chain and condition has its span again, pointing nowhere. */
function withSpans<Data>(data: Data): Data {
  if (Array.isArray(data)) return data.map((one: unknown) => withSpans(one)) as Data;
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [key, withSpans(value as unknown)]);
  const isSpanned = "kind" in data || "sides" in data;
  return Object.fromEntries(isSpanned ? [...entries, ["span", NOWHERE]] : entries) as Data;
}
