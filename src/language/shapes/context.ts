import type { Affine } from "../affine.ts";
import { substitute } from "../affine.ts";
import type { Budget } from "../budget.ts";
import type { Diagnostic, DiagnosticCode, Proposal, Span } from "../diagnostics.ts";
import { shortened } from "../diagnostics.ts";
import type { Model } from "../model.ts";
import type { Node, Range, ReduceNode } from "../tree.ts";
import type { Unknowns } from "./ones.ts";
import type { Shape } from "./shape.ts";

/** One place where an index letter stands, and what that place allows. */
export interface Use {
  readonly span: Span;
  readonly at: Affine;
  /** Bare on an axis of this length, in an arithmetic subscript, on a label, or as a mere number. */
  readonly place:
    | { readonly kind: "axis"; readonly size: Affine; readonly bare: boolean }
    | {
        readonly kind: "label";
        readonly low: Affine;
        readonly high: Affine;
        readonly bare: boolean;
      }
    | { readonly kind: "number" };
}

/** The uses of each letter within one side, or within one sum. */
export type Uses = Map<string, Use[]>;

/** What the walk over one claim carries along. */
export interface Context {
  readonly model: Model;
  readonly budget: Budget;
  readonly source: string;
  /** Conditions such as L = 3. */
  readonly fixed: ReadonlyMap<string, Affine>;
  readonly diagnostics: Diagnostic[];
  /** Letters bound by the sums around this node, innermost last. */
  readonly bound: { readonly names: readonly string[]; readonly uses: Uses }[];
  /** Letters that stand free in this side. */
  free: Uses;
  /** The lengths that a bare `\mathbf 1` leaves open, where one stands in the claim. */
  unknowns?: Unknowns;
  /** Inside E(θ − …) and ∇_θ a parameter without its layer means the whole family. */
  family: boolean;
}

export function report(
  context: Context,
  code: DiagnosticCode,
  message: string,
  span: Span,
  more: { related?: readonly Span[]; proposals?: readonly Proposal[] } = {},
): null {
  context.diagnostics.push({ code, message: shortened(message), span, ...more });
  return null;
}

/** Under the conditions of the claim: with L = 3, n_L is n_3. */
export const normal = (context: Context, affine: Affine): Affine =>
  context.fixed.size > 0 ? substitute(affine, context.fixed) : affine;

export function addUse(context: Context, letter: string, use: Use): void {
  const frame = context.bound.findLast(({ names }) => names.includes(letter));
  const uses = frame?.uses ?? context.free;
  const known = uses.get(letter);
  if (known) known.push(use);
  else uses.set(letter, [use]);
}

/** The checker writes what it finds onto the tree, so that a typed tree is plain data. */
export function annotate(node: Node, shape: Shape): void {
  (node as { shape?: Shape }).shape = shape;
}

export function annotateRanges(node: ReduceNode, ranges: Readonly<Record<string, Range>>): void {
  (node as { ranges?: Readonly<Record<string, Range>> }).ranges = ranges;
}
