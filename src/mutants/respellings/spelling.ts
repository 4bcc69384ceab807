import type { Equation, Node } from "../../language/index.ts";
import type { Setting } from "../edit.ts";

/**
 * One way of writing the same otherwise. It changes the tree where another tree says the same, or the text
 * where another text is read as the same tree.
 */
export interface Spelling {
  readonly name: string;
  /** What a reader would see of it. */
  readonly says: string;
  readonly nodes?: (node: Node, setting: Setting) => readonly Node[];
  readonly equation?: (equation: Equation) => readonly Equation[];
  readonly text?: (tex: string) => readonly string[];
}
