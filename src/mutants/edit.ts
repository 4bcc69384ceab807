import type { Chain, Condition, Equation, Model, Node } from "../language/index.ts";
import type { Place } from "./places.ts";

/** What an edit may know of where it works. */
export interface Setting {
  readonly model: Model;
  readonly place: Place;
}

/** One kind of edit. It may change a node, a chain or the list of conditions. */
export interface Edit {
  readonly name: string;
  /** What it does to an equation, for a reader. */
  readonly says: string;
  /** Everything that may stand in the place of one node. Shapes and ranges are on the node. */
  readonly nodes?: (node: Node, setting: Setting) => readonly Node[];
  /** Everything that may stand in the place of one chain: its sides and relations. */
  readonly chains?: (chain: Chain, model: Model) => readonly Chain[];
  readonly conditions?: (equation: Equation) => readonly (readonly Condition[])[];
}
