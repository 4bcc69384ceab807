import type { Affine } from "./affine.ts";
import type { Chain, Node, SymbolNode } from "./tree.ts";

/** A label of a family: by layer in a superscript, by example, time or node in a subscript. */
export interface Label {
  readonly kind: string;
  readonly place: "super" | "sub";
  readonly low: Affine;
  readonly high: Affine;
}

export type Role = "given" | "parameter" | "test" | "computed";

/** One symbol of a model: what it is called, its axes, where it exists. */
export interface SymbolDeclaration {
  readonly name: string;
  readonly reads: string;
  readonly role: Role;
  /** Lengths of the axes; none: a scalar. */
  readonly shape: readonly Affine[];
  readonly labels: readonly Label[];
  /** Whether it is applied: `E(x, y)` may be, `h(x)` must be. */
  readonly arguments: "none" | "optional" | "required";
  /** How a given is drawn: normal, positive, share, simplex, unit, one-hot. */
  readonly domain: string;
  /** It regroups other quantities: ∂ by it is the regrouped ∂ by its parts. */
  readonly packs: boolean;
}

export interface ConstantDeclaration {
  readonly reads: string;
  /** Absent: a small positive number is drawn. */
  readonly value?: number;
}

/** `choices`: named activation functions. `smooth`: a random smooth function of arguments of these lengths. */
export type FunctionDeclaration =
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | {
      readonly kind: "smooth";
      readonly args: readonly Affine[];
      /** Length of the family `\varphi_i`, if it is one. */
      readonly family?: Affine;
    };

/** `z_i^{(k+1)} = …`: how a quantity is computed from others. */
export interface Definition {
  readonly source: string;
  readonly target: SymbolNode;
  /** For `E(x, y) = …`: the formal arguments. */
  readonly formals: readonly SymbolNode[] | null;
  readonly body: Node;
}

export interface JudgeSizes {
  readonly counts: Readonly<Record<string, number>>;
  readonly widths: Readonly<Record<string, readonly number[]>>;
  readonly choices: Readonly<Record<string, string>>;
}

/** The type environment of the parser, the glossary behind every symbol and the program that computes. */
export interface Model {
  readonly name: string;
  readonly title: string;
  readonly indices: ReadonlyMap<string, string>;
  readonly symbols: ReadonlyMap<string, SymbolDeclaration>;
  readonly constants: ReadonlyMap<string, ConstantDeclaration>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly definitions: readonly Definition[];
  readonly updates: readonly Chain[];
  /** What a ∇ without subscript is by. */
  readonly gradient: string | null;
  /** The sizes where one network is meant; they also say which counts and widths there are. */
  readonly judge: JudgeSizes;
}

/** The letter that stands for "whichever example" where a symbol leaves its example out. */
export const implied = (kind: string): string => `·${kind}`;

// Not `in`: every object has a "constructor".
export const isCount = (model: Model, name: string): boolean =>
  Object.hasOwn(model.judge.counts, name);
export const isWidth = (model: Model, name: string): boolean =>
  Object.hasOwn(model.judge.widths, name);

/** Definitions of a symbol, split by whether they are applied to arguments. */
export const definitionsOf = (model: Model, name: string, applied: boolean): Definition[] =>
  model.definitions.filter((one) => one.target.name === name && (one.formals !== null) === applied);

/** How many arguments a symbol takes in its definition; 0 for none. */
export const formalCount = (model: Model, name: string): number =>
  definitionsOf(model, name, true)[0]?.formals?.length ?? 0;

/** A quantity that is defined by a ∂ is an outcome: it cannot be set. */
export const isOutcome = (model: Model, name: string): boolean =>
  model.definitions.some((one) => one.target.name === name && one.body.kind === "derivative");
