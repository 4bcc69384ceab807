import type { Primitive } from "../primitive.ts";

const refuse = (): never => {
  throw new Error("a constant has no operands");
};

/** A number that never changes. The tape keeps one slot a value. */
export const constant: Primitive = {
  name: "constant",
  leaf: true,
  shared: true,
  evaluate: refuse,
  local: refuse,
  tangent: () => 0,
};
