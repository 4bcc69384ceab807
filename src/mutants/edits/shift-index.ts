import type { Affine } from "../../language/index.ts";
import { width } from "../../language/index.ts";
import { scriptsOf } from "../affines.ts";
import type { Edit } from "../edit.ts";
import { besides } from "./shift-label.ts";

/** a_i becomes a_{i+1}; n_k becomes n_{k+1}. */
export const shiftIndex: Edit = {
  name: "index or size ±1",
  says: "An entry, or a size such as n_k, is off by one.",
  nodes: (node) =>
    scriptsOf(node).flatMap(({ at, kind, put }) => {
      if (kind === "index") return besides(at).map(put);
      return kind === "size" ? widthsBeside(at).map(put) : [];
    }),
};

/** The next and the previous layer's width, where the expression is a width. */
export function widthsBeside({ constant, terms }: Affine): Affine[] {
  const [term] = terms;
  if (terms.length !== 1 || !term?.width || term.coefficient !== 1) return [];
  const { name, at } = term.width;
  return besides(at).map((layer) => ({ ...width(name, layer), constant }));
}
