import type { Primitive } from "../primitive.ts";

const refuse = (): never => {
  throw new Error("an input has no operands");
};

/** A number that is written from outside. Two inputs are never one, even if their values agree. */
export const input: Primitive = {
  name: "input",
  leaf: true,
  shared: false,
  evaluate: refuse,
  local: refuse,
  tangent: () => 0,
};
