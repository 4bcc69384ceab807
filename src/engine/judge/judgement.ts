import type { Diagnostic, Span, TypedEquation } from "../../language/index.ts";
import type { Counterexample } from "./counterexample.ts";

export type Verdict = "holds" | "fails" | "cannot tell" | "not understood" | "value";

/** What the judge says of one equation, with its evidence. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly message: string;
  /** The first diagnostic's code, where it was not understood. */
  readonly code: Diagnostic["code"] | null;
  readonly span: Span | null;
  readonly diagnostics: readonly Diagnostic[];
  /** "k = 2 … L−1", where a layer or another label runs. */
  readonly layers: string | null;
  /** Scalar comparisons on the first network. */
  readonly places: number;
  /** The largest relative distance on any draw. */
  readonly worst: number | null;
  readonly counterexample: Counterexample | null;
  /** What may have been meant: one edit that was run and holds. */
  readonly hint?: string;
  readonly typed: TypedEquation;
}

/** What is said of one claim of an equation. */
export type PartJudgement = Partial<Judgement> & { readonly verdict: Verdict };
