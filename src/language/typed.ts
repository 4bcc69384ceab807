import type { Affine } from "./affine.ts";
import type { Model } from "./model.ts";
import type { Shape } from "./operations/operation.ts";
import type { Use } from "./shapes/context.ts";
import type { BigONode, Chain, Condition, Equation, Node } from "./tree.ts";

/** What a free index letter of a claim may be. */
export interface FreeIndex {
  readonly name: string;
  /** Bare on an axis of this length. */
  readonly size: Affine | null;
  /** Every place where it stands; all must exist. */
  readonly uses: readonly Use[];
  /** What the row of its claim says of it. */
  readonly conditions?: readonly Condition[];
}

/** One claim (or value) of an equation with all that the engine needs to run it. */
export interface TypedClaim {
  readonly chain: Chain;
  /** The sides without their O(…). */
  readonly sides: readonly Node[];
  /** The O(…) that the last side carries. */
  readonly order: BigONode | null;
  readonly shapes: readonly (Shape | null)[];
  readonly free: readonly FreeIndex[];
}

export interface TypedEquation {
  readonly equation: Equation;
  readonly model: Model;
  readonly claims: readonly TypedClaim[];
  readonly conditions: readonly Condition[];
}
