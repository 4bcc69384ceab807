import { isScalar, isVector, scalar } from "../shapes/shape.ts";
import type { Notation, Operation } from "./operation.ts";
import { single } from "./scalar.ts";

const fence: Notation = {
  form: "fence",
  open: ["\\|", "\\lVert", "\\Vert"],
  close: ["\\|", "\\rVert", "\\Vert"],
};

/** The Euclidean length of a vector. A matrix has several norms, so it must say which. */
export const norm: Operation = {
  name: "norm",
  notation: fence,
  arity: [1, 1],
  example: "\\|x\\|",
  shape: ([x]) =>
    x && (isVector(x) || isScalar(x))
      ? scalar
      : "The norm of a matrix needs its name, such as \\|…\\|_F, the root of the sum of squares",
  emit: (build, [x]) => single(build.apply("sqrt", 0, build.dot(x?.slots ?? [], x?.slots ?? []))),
  print: ([x]) => `\\left\\|${x}\\right\\|`,
};

/** The Euclidean norm of a vector, with its subscript written. */
export const norm2: Operation = {
  ...norm,
  name: "norm2",
  notation: { ...fence, subscript: "2" },
  example: "\\|x\\|_2",
  print: ([x]) => `\\left\\|${x}\\right\\|_2`,
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
