import type { IndexCondition, IndexRelation, Node } from "../../language/index.ts";
import { replaced } from "../build.ts";
import type { Edit } from "../edit.ts";

const RELATIONS: readonly IndexRelation[] = ["=", "\\ne", "<", ">", "\\le", "\\ge"];

/** [i = j] becomes [i ≠ j], [i < j] …; so do the conditions of cases. */
export const bracket: Edit = {
  name: "bracket's relation",
  says: "The bracket asks for another relation of its indices.",
  nodes: (node): readonly Node[] => {
    if (node.kind === "iverson") {
      return others(node.condition).map((condition) => ({ ...node, condition }));
    }
    if (node.kind !== "cases") return [];
    return node.rows.flatMap(({ value, condition }, at) =>
      condition
        ? others(condition).map((one) => ({
            ...node,
            rows: replaced(node.rows, at, { value, condition: one }),
          }))
        : [],
    );
  },
};

const others = (condition: IndexCondition): IndexCondition[] =>
  RELATIONS.filter((one) => one !== condition.relation).map((relation) => ({
    ...condition,
    relation,
  }));
