import { isScalar, isVector, scalar } from "../shapes/shape.ts";
import type { Notation, Operation } from "./operation.ts";
import { single } from "./scalar.ts";

export const fence = {
  form: "fence",
  open: ["\\|", "\\lVert", "\\Vert"],
  close: ["\\|", "\\rVert", "\\Vert"],
} satisfies Notation;

/** The Euclidean length of a vector. A matrix has several norms, so it must say which. */
export const norm: Operation = {
  name: "norm",
  notation: fence,
  arity: [1, 1],
  example: "\\|x\\|",
  shape: ([x]) =>
    x && (isVector(x) || isScalar(x))
      ? scalar
      : "The norm of a matrix needs its name, \\|…\\|_2 for the longest stretch of a vector of length 1 or \\|…\\|_F for the root of the sum of squares",
  emit: (build, [x]) => single(build.apply("sqrt", 0, build.dot(x?.slots ?? [], x?.slots ?? []))),
  print: ([x]) => `\\left\\|${x}\\right\\|`,
};

/** The Frobenius norm of a matrix: the root of the sum of the squares of its entries. */
export const normF: Operation = {
  ...norm,
  name: "normF",
  notation: { ...fence, subscript: "F" },
  example: "\\|x\\|_F",
  shape: () => scalar,
  print: ([x]) => `\\left\\|${x}\\right\\|_F`,
};
