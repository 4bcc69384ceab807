import { isScalar, scalar } from "../shapes/shape.ts";
import type { Operation } from "./operation.ts";
import { only, single } from "./scalar.ts";

/** 1 where one number is larger than the other, else 0. Where two quantities happen to be equal is a kink, and nothing is judged. */
export const greater: Operation = {
  name: "greater",
  notation: { form: "relation", spellings: [">", "\\gt"], turned: ["<", "\\lt"] },
  arity: [2, 2],
  example: "[x > y]",
  shape: (shapes) => (shapes.every(isScalar) ? scalar : "[… > …] compares two numbers"),
  // A number is not larger than itself, whatever it is.
  emit: (build, [left, right]) =>
    single(
      only(left) === only(right)
        ? build.constant(0)
        : build.apply("step", 0, build.subtract(only(left), only(right))),
    ),
  print: ([left, right]) => `\\left[${left} > ${right}\\right]`,
};
