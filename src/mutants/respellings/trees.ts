import type { Affine, Chain, Equation, Node } from "../../language/index.ts";
import { freeLetters, letter } from "../../language/index.ts";
import { fraction, hadamardOf, isTensor, replaced, takesFactor } from "../build.ts";
import { withLetters } from "../equivalence/canonical.ts";
import type { Spelling } from "./spelling.ts";

/** A bound index gets the name of another letter of its kind that stands nowhere in the equation. */
const renameBound: Spelling = {
  name: "bound index renamed",
  says: "A bound index has another name.",
  nodes: (node, { model, place }) => {
    if (node.kind !== "reduce") return [];
    return node.names.flatMap((name, at) => {
      const kind = model.indices.get(name);
      const inside = new Set([...place.letters, ...node.names, ...boundBelow(node.body)]);
      const other = [...model.indices.keys()].find(
        (one) => model.indices.get(one) === kind && !inside.has(one),
      );
      if (other === undefined) return [];
      const body = withLetters(node.body, new Map<string, Affine>([[name, letter(other)]]));
      return [{ ...node, names: replaced(node.names, at, other), body }];
    });
  },
};

const boundBelow = (node: Node): string[] => [...freeLetters(node)].concat(namesIn(node));

const namesIn = (node: Node): string[] =>
  JSON.stringify(node)
    .match(/"names":\["[^\]]*"\]/g)
    ?.flatMap((one) => one.match(/(?<=")[a-z](?=")/g) ?? []) ?? [];

/** Two neighbouring factors change places, where one of them at least is a number. */
const commuteFactors: Spelling = {
  name: "factors commuted",
  says: "Factors that are numbers stand in another order.",
  nodes: (node) => {
    if (node.kind === "hadamard") return [hadamardOf([...node.factors].reverse())];
    if (node.kind !== "product") return [];
    return node.factors.slice(1).flatMap((right, at) => {
      const left = node.factors[at] as Node;
      if (isTensor(left) && isTensor(right)) return [];
      const factors = node.factors.toSpliced(at, 2, right, left);
      // With a dot nothing is read as an argument or as a longer number.
      return [{ ...node, factors, marks: node.marks.map(() => "\\cdot") }];
    });
  },
};

const reorderTerms: Spelling = {
  name: "terms reordered",
  says: "The terms of a sum stand in another order.",
  nodes: (node, { place }) => {
    if (node.kind !== "add" || node.terms.length < 2 || place.isArgument) return [];
    const last = node.terms.at(-1)?.node.kind === "big-o" ? node.terms.slice(-1) : [];
    const terms = node.terms.slice(0, node.terms.length - last.length);
    return terms.length < 2 ? [] : [{ ...node, terms: [...terms.toReversed(), ...last] }];
  },
};

/** Only where both sides have the same free indices: a side may not add one to the first. */
const swapSides: Spelling = {
  name: "sides swapped",
  says: "The sides of an equation or a bound change places.",
  equation: (equation) =>
    equation.chains.flatMap((chain, at): Equation[] => {
      const turned = turn(chain);
      return turned ? [{ ...equation, chains: replaced(equation.chains, at, turned) }] : [];
    }),
};

const TURNED = { "=": "=", "\\le": "\\ge", "\\ge": "\\le" } as const;

function turn(chain: Chain): Chain | null {
  const [first, ...others] = chain.sides.map((side) => [...freeLetters(side)].sort().join());
  const relations = chain.relations.map((one) => TURNED[one as keyof typeof TURNED]);
  const hasOrder = chain.sides.some(
    (side) =>
      side.kind === "big-o" || (side.kind === "add" && side.terms.at(-1)?.node.kind === "big-o"),
  );
  if (hasOrder || relations.includes(undefined as never)) return null;
  if (chain.sides.length < 2 || others.some((one) => one !== first)) return null;
  return { ...chain, sides: chain.sides.toReversed(), relations: relations.toReversed() };
}

const slash: Spelling = {
  name: "slash for fraction",
  says: "A fraction is written with a slash, or a slash as a fraction.",
  nodes: (node) =>
    node.kind === "fraction"
      ? [node.slash ? fraction(node.numerator, node.denominator) : { ...node, slash: true }]
      : [],
};

const prefixed: Spelling = {
  name: "derivative as an operator",
  says: "A derivative stands before what it is taken of, or around it.",
  nodes: (node): readonly Node[] =>
    node.kind === "derivative" ? [{ ...node, prefix: !node.prefix }] : [],
};

const grouped: Spelling = {
  name: "brackets that only group",
  says: "A quantity stands in brackets or braces that say nothing.",
  nodes: (node, { place }): readonly Node[] =>
    !takesFactor(node) || place.role === "mover" || place.isArgument
      ? []
      : (place.isExponent ? (["{"] as const) : (["(", "{"] as const)).map((open): Node => ({
          kind: "group",
          open,
          of: node,
          span: node.span,
        })),
};

export const treeSpellings: readonly Spelling[] = [
  renameBound,
  commuteFactors,
  reorderTerms,
  swapSides,
  slash,
  prefixed,
  grouped,
];
