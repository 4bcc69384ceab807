import { lettersOf } from "../../language/index.ts";
import { renamed, scriptsOf } from "../affines.ts";
import type { Edit } from "../edit.ts";

/** One index letter becomes another of its kind that has a meaning there: a_j becomes a_i. */
export const renameIndex: Edit = {
  name: "index renamed",
  says: "An index becomes another that is in scope.",
  nodes: (node, { model, place }) =>
    scriptsOf(node).flatMap(({ at, put }) =>
      [...new Set(lettersOf(at))].flatMap((from) =>
        [...place.letters]
          .filter((to) => to !== from && sameKind(model.indices, from, to))
          .map((to) => put(renamed(at, from, to))),
      ),
    ),
};

const sameKind = (kinds: ReadonlyMap<string, string>, one: string, other: string): boolean =>
  kinds.get(one) !== undefined && kinds.get(one) === kinds.get(other);
