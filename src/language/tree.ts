import type { Affine } from "./affine.ts";
import type { Span } from "./diagnostics.ts";
import type { Shape } from "./operations/operation.ts";

/** The parsed equation. Scripts already have their roles: label, index, transpose, power, prime. */
export type Node =
  | NumberNode
  | ConstantNode
  | CountNode
  | SymbolNode
  | CallNode
  | EvaluateNode
  | AddNode
  | ProductNode
  | HadamardNode
  | FractionNode
  | PowerNode
  | TransposeNode
  | ReduceNode
  | DerivativeNode
  | GradientNode
  | IversonNode
  | OperationNode
  | CasesNode
  | MatrixNode
  | OnesNode
  | GroupNode
  | BigONode
  | SpaceNode
  | UnknownNode;

interface Base {
  readonly span: Span;
  /** Set by the checker. */
  readonly shape?: Shape;
}
export interface NumberNode extends Base {
  readonly kind: "number";
  readonly text: string;
}
/** A named number that the model declares: e, ε, η. */
export interface ConstantNode extends Base {
  readonly kind: "constant";
  readonly name: string;
}
/** A whole number of the model used as a value: `m`, `L`, `n_k`, or an index letter. */
export interface CountNode extends Base {
  readonly kind: "count";
  readonly value: Affine;
}
/** A quantity of the model, as `\theta_{i,j}^{(k)}`. */
export interface SymbolNode extends Base {
  readonly kind: "symbol";
  readonly name: string;
  /** One per declared label (layer, example, time); `null`: the whole family is meant. */
  readonly labels: readonly (Affine | null)[];
  /** Which of the labels stands above, as the layer does. */
  readonly layerAt?: number;
  /** One per axis, or empty: the whole tensor is meant. */
  readonly indices: readonly Affine[];
}
/** A declared function applied: `g'(z^{(k)})` has order 1. */
export interface CallNode extends Base {
  readonly kind: "call";
  readonly name: string;
  readonly order: number;
  /** For a family of functions, `\varphi_i(t)`. */
  readonly indices: readonly Affine[];
  readonly args: readonly Node[];
}
/** A quantity at arguments: `E(x_r, y_r)`, or, with one argument, after that quantity is set. */
export interface EvaluateNode extends Base {
  readonly kind: "evaluate";
  readonly name: string;
  readonly args: readonly Node[];
  /** For one argument `q + …`: the quantity that is set. */
  readonly moved?: SymbolNode;
}
export interface AddNode extends Base {
  readonly kind: "add";
  readonly terms: readonly { readonly sign: 1 | -1; readonly node: Node }[];
}
export interface ProductNode extends Base {
  readonly kind: "product";
  readonly factors: readonly Node[];
  /** What stands before each factor but the first: nothing, `\cdot` or `\times`. */
  readonly marks: readonly string[];
}
export interface HadamardNode extends Base {
  readonly kind: "hadamard";
  readonly factors: readonly Node[];
}
export interface FractionNode extends Base {
  readonly kind: "fraction";
  readonly numerator: Node;
  readonly denominator: Node;
  readonly slash: boolean;
}
export interface PowerNode extends Base {
  readonly kind: "power";
  readonly base: Node;
  readonly exponent: Node;
}
export interface TransposeNode extends Base {
  readonly kind: "transpose";
  readonly of: Node;
}
/** ∑, ∏ or max over bound indices. Without bounds the range comes from the axis on which the index stands. */
export interface ReduceNode extends Base {
  readonly kind: "reduce";
  readonly operator: "sum" | "prod" | "max";
  readonly names: readonly string[];
  readonly low?: Affine;
  readonly high?: Affine;
  readonly body: Node;
  /** Set by the checker: where each bound letter runs. */
  readonly ranges?: Readonly<Record<string, Range>>;
}

/** Where a bound letter runs, from its bounds or from the axis on which it stands bare. */
export interface Range {
  readonly low: Affine;
  readonly high: Affine;
}
/** ∂ or d, of first or second order: the total effect of setting `by`. */
export interface DerivativeNode extends Base {
  readonly kind: "derivative";
  readonly total: boolean;
  readonly of: Node;
  readonly by: readonly SymbolNode[];
  /** Written `\frac{\partial}{\partial z} of`. */
  readonly prefix: boolean;
  /** Quantities held fixed: `\left. … \right|_{u}`. */
  readonly held: readonly SymbolNode[];
  /** The two held ones are the ends of a run, `v_{i+1}, \dots, v_{j-1}`, in which this script of theirs counts up. */
  readonly heldRun?: number;
}
export interface GradientNode extends Base {
  readonly kind: "gradient";
  /** Absent: by what the model names for a bare ∇. */
  readonly by?: SymbolNode;
  readonly of: Node;
}
/** `[i = j]` on indices: 1 where it holds, else 0. */
export interface IversonNode extends Base {
  readonly kind: "iverson";
  readonly condition: IndexCondition;
}
export interface IndexCondition {
  readonly left: Affine;
  readonly relation: IndexRelation;
  readonly right: Affine;
}
export type IndexRelation = "=" | "\\ne" | "<" | ">" | "\\le" | "\\ge";

/** An operation of the table in `operations/`: norm, diag, ln … */
export interface OperationNode extends Base {
  readonly kind: "operation";
  readonly name: string;
  readonly args: readonly Node[];
  /** Its argument stands without brackets, so nothing may follow it in a product. */
  readonly open: boolean;
}
export interface CasesNode extends Base {
  readonly kind: "cases";
  readonly rows: readonly { readonly value: Node; readonly condition: IndexCondition | null }[];
}
export interface MatrixNode extends Base {
  readonly kind: "matrix";
  readonly style: "matrix" | "pmatrix" | "bmatrix";
  readonly rows: readonly (readonly Node[])[];
}
/** `\mathbf 1`, `\mathbf 1_m`: a column of ones. */
export interface OnesNode extends Base {
  readonly kind: "ones";
  readonly size: Affine | null;
}
export interface GroupNode extends Base {
  readonly kind: "group";
  readonly open: "(" | "[" | "{" | "\\{";
  readonly of: Node;
}
/** O(ε²): a remainder of that order in the constant. */
export interface BigONode extends Base {
  readonly kind: "big-o";
  readonly constant: string;
  readonly order: number;
}
/** `\mathbb{R}^{n \times m}`, the right side of ∈. */
export interface SpaceNode extends Base {
  readonly kind: "space";
  readonly dimensions: readonly Affine[];
}

/** A name that the model does not declare; it was reported, and silences what depends on it. */
export interface UnknownNode extends Base {
  readonly kind: "unknown";
  readonly text: string;
}

// prettier-ignore
export const RELATIONS = ["=", ":=", "\\in", "\\le", "\\ge", "<", ">", "\\approx", "\\leftarrow"] as const;
export type Relation = (typeof RELATIONS)[number];

/** `a = b = c`: sides and the relations between them. One side alone is a value. */
export interface Chain {
  readonly sides: readonly Node[];
  readonly relations: readonly Relation[];
  /** What its row of `aligned` says of the indices in it alone. */
  readonly conditions?: readonly Condition[];
  readonly span: Span;
}

/** What an item between commas may say instead of a claim; it holds for all claims. */
export type Condition =
  | {
      readonly kind: "range";
      readonly index: string;
      readonly from: Affine;
      readonly to: Affine;
      readonly span: Span;
    }
  | { readonly kind: "index"; readonly condition: IndexCondition; readonly span: Span }
  | { readonly kind: "count"; readonly name: string; readonly value: number; readonly span: Span }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly choice: string;
      readonly span: Span;
    };

export interface Equation {
  readonly source: string;
  readonly chains: readonly Chain[];
  readonly conditions: readonly Condition[];
}
