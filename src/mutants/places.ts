import type { Chain, Equation, Node } from "../language/index.ts";
import { childrenOf, freeLetters } from "../language/index.ts";
import { withChildren } from "./rebuild.ts";

/** One node of an equation, and the equation with another node in its place. */
export interface Place {
  readonly node: Node;
  /** `mover`: behind a ∂ or ∇, or held by its bar; only a quantity can stand there. `value`: anything. */
  readonly role: "value" | "mover";
  /** It is all that stands between the brackets of E(q + …), where the order of terms means something. */
  readonly isArgument: boolean;
  /** It stands in the exponent of a power, where round brackets may mean a layer. */
  readonly isExponent: boolean;
  /** Letters that may stand here: free ones of the claim and those that a sum around the node binds. */
  readonly letters: ReadonlySet<string>;
  readonly put: (node: Node) => Equation;
}

/** Every node of an equation, outside in. */
export function placesOf(equation: Equation): Place[] {
  return equation.chains.flatMap((chain, at) => {
    const letters = new Set(chain.sides.flatMap((side) => [...freeLetters(side)]));
    return chain.sides.flatMap((side, which) =>
      below(side, { role: "value", isArgument: false, isExponent: false, letters }, (node) =>
        withChain(equation, at, {
          ...chain,
          sides: chain.sides.map((one, place) => (place === which ? node : one)),
        }),
      ),
    );
  });
}

export const withChain = (equation: Equation, at: number, chain: Chain): Equation => ({
  ...equation,
  chains: equation.chains.map((one, place) => (place === at ? chain : one)),
});

function below(
  node: Node,
  { role, isArgument, isExponent, letters }: Omit<Place, "node" | "put">,
  put: Place["put"],
): Place[] {
  const children = childrenOf(node);
  const inside = node.kind === "reduce" ? new Set([...letters, ...node.names]) : letters;
  const moves = node.kind === "derivative" || node.kind === "gradient";
  const stand = (at: number): Pick<Place, "role" | "isArgument" | "isExponent"> => ({
    role: moves && at > 0 ? "mover" : "value",
    isExponent: isExponent || (node.kind === "power" && at === 1),
    isArgument:
      (node.kind === "evaluate" && children.length === 1) ||
      (isArgument && at === 0 && node.kind === "add"),
  });
  return [
    { node, role, isArgument, isExponent, letters, put },
    ...children.flatMap((child, at) =>
      below(child, { ...stand(at), letters: inside }, (other) =>
        put(
          withChildren(
            node,
            children.map((one, place) => (place === at ? other : one)),
          ),
        ),
      ),
    ),
  ];
}
