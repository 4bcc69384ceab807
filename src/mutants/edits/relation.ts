import type { Edit } from "../edit.ts";
import { replaced } from "../build.ts";
import type { Relation } from "../../language/index.ts";

const OTHERS: Partial<Record<Relation, readonly Relation[]>> = {
  "\\le": ["\\ge", "="],
  "\\ge": ["\\le", "="],
};

export const relation: Edit = {
  name: "relation exchanged",
  says: "At most becomes at least or equal.",
  chains: (chain) =>
    chain.relations.flatMap((one, at) =>
      (OTHERS[one] ?? []).map((other) => ({
        ...chain,
        relations: replaced(chain.relations, at, other),
      })),
    ),
};
