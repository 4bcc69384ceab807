import { isScalar, scalar } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";
import { only, single } from "./scalar.ts";

/** 1 where one number is larger than the other, else 0. Where they are equal is a kink, and nothing is judged. */
export const greater: Operation = {
  name: "greater",
  notation: { form: "relation", spellings: [">", "\\gt"], turned: ["<", "\\lt"] },
  arity: [2, 2],
  example: "[x > y]",
  shape: (shapes) => (shapes.every(isScalar) ? scalar : "[… > …] compares two numbers"),
  emit: (build, [left, right]) =>
    single(build.apply("step", 0, build.subtract(only(left), only(right)))),
  print: ([left, right]) => `\\left[${left} > ${right}\\right]`,
};
