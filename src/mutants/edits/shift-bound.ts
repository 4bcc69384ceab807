import { scriptsOf } from "../affines.ts";
import type { Edit } from "../edit.ts";
import { widthsBeside } from "./shift-index.ts";
import { besides } from "./shift-label.ts";

/** A sum from 1 to n_k becomes one from 0 or 2, or to n_k − 1, n_k + 1, n_{k+1}. */
export const shiftBound: Edit = {
  name: "bound off by one",
  says: "A sum begins or ends one too early or too late, or at another layer's width.",
  nodes: (node) =>
    scriptsOf(node)
      .filter(({ kind }) => kind === "bound")
      .flatMap(({ at, put }) => [...besides(at), ...widthsBeside(at)].map(put)),
};
