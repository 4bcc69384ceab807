import type { Role } from "./model.ts";

/**
 * A model file as it is written, `content/models/NAME.yaml`: the schema of all models. Shapes, ranges and
 * definitions are LaTeX strings, read by the parser of the book.
 */
export interface ModelData {
  /** What the model is called, for the glossary and the notation page. */
  readonly title: string;
  /**
   * The sizes where one network is meant, and thereby which sizes there are: a number is a count
   * (`L: 4`), a list holds widths by layer (`n: [3, 5, 4, 2]`, pairwise distinct), a word chooses a
   * function (`g: tanh`).
   */
  readonly judge: Readonly<Record<string, number | string | readonly number[]>>;
  /** Index letters and what each counts: `k: layer`, `i: neuron`, `r: example`, `t: time`. */
  readonly indices?: Readonly<Record<string, string>>;
  /** Every quantity, by its TeX. */
  readonly symbols: Readonly<Record<string, SymbolData>>;
  /** Named numbers and what they are. "Euler's number" is e; any other is a small positive number. */
  readonly constants?: Readonly<Record<string, string>>;
  /** A list: activation functions to choose from. `smooth`: a random smooth function. */
  readonly functions?: Readonly<Record<string, readonly string[] | SmoothData>>;
  /** How each quantity is computed: `z^{(k+1)} = …`. The most specific one that fits wins. */
  readonly definitions?: readonly string[];
  /** What a step of learning does: `\theta^{(k)} \leftarrow …`, from old values only. */
  readonly updates?: readonly string[];
  /** The parameter that a ∇ without subscript is by. */
  readonly gradient?: string;
}

export interface SmoothData {
  /** The length of each argument: `['n_L', 'n_L']`; `'1'` is a number. */
  readonly smooth: readonly string[];
  /** How many functions there are, where the name carries a subscript: `\varphi_i(t)`. */
  readonly family?: string;
}

export interface SymbolData {
  /** The name that a reader hears: "pre-activation". */
  readonly reads: string;
  /** The length of each axis; none for a single number. `n_k` is the width at the symbol's own layer. */
  readonly shape?: string | readonly string[];
  /** It is a family by layer, `z^{(k)}`: first and last layer, `'2, L'`. */
  readonly layers?: string;
  /** It is a family by example, `x_r`: `'1, m'`. */
  readonly examples?: string;
  /** It is a family by time, `s_t`: `'0, T'`. */
  readonly times?: string;
  /** It is a family by node of a graph, `v_i`: `'1, N'`. */
  readonly nodes?: string;
  /** `given` and `parameter` are set from outside, `test` stands for any value, the rest is computed. */
  readonly role?: Role;
  /** How a given is drawn: normal, positive, share (between 0 and 1), simplex, unit (a vector of length 1) or one-hot. */
  readonly domain?: string;
  /** It is written with arguments, `E(x, y)`: sometimes or always. */
  readonly arguments?: "optional" | "required";
  /** It only regroups other quantities; ∂ by it is the regrouped ∂ by its parts. */
  readonly packs?: boolean;
}

const MODEL_FIELDS = [
  "title",
  "judge",
  "indices",
  "symbols",
  "constants",
  "functions",
  "definitions",
  "updates",
  "gradient",
];
const SYMBOL_FIELDS = [
  "reads",
  "shape",
  "layers",
  "examples",
  "times",
  "nodes",
  "role",
  "domain",
  "arguments",
  "packs",
];
const ALLOWED: Readonly<Record<string, readonly unknown[]>> = {
  role: ["given", "parameter", "test", "computed"],
  domain: ["normal", "positive", "share", "simplex", "unit", "one-hot"],
  arguments: ["optional", "required"],
  packs: [true, false],
};

/** What is wrong with the form of a model file, in sentences. */
export function faultsOf(data: ModelData): string[] {
  const faults = unknownFields("The model", data, MODEL_FIELDS);
  for (const field of ["title", "judge", "symbols"] as const) {
    if (data[field] === undefined) faults.push(`The model lacks its ${field}.`);
  }
  for (const [name, symbol] of Object.entries(data.symbols ?? {})) {
    faults.push(...unknownFields(name, symbol, SYMBOL_FIELDS));
    if (typeof symbol.reads !== "string") faults.push(`${name} does not say how it reads.`);
    for (const [field, values] of Object.entries(ALLOWED)) {
      const value = symbol[field as keyof SymbolData];
      if (value === undefined || values.includes(value)) continue;
      faults.push(`${name}: ${field} is one of ${values.join(", ")}, not ${String(value)}.`);
    }
  }
  return faults;
}

function unknownFields(owner: string, data: object, known: readonly string[]): string[] {
  return Object.keys(data)
    .filter((field) => !known.includes(field))
    .map((field) => `${owner} has no field "${field}"; there are ${known.join(", ")}.`);
}
