import type {
  AddNode,
  CallNode,
  GroupNode,
  HadamardNode,
  Model,
  Node,
  ProductNode,
  SymbolNode,
} from "../../language/index.ts";
import { bareLetter, freeLetters, letter, plus, whole } from "../../language/index.ts";

/** What an edit may draw on besides its node. */
export interface Surroundings {
  readonly model: Model;
  /** Every index letter of the equation. */
  readonly letters: ReadonlySet<string>;
}

/** The slips that people make at one place of a formula, turned round: what may have been meant. */
export function editsOf(node: Node, around: Surroundings): Node[] {
  switch (node.kind) {
    case "symbol":
      return symbolEdits(node, around);
    case "transpose":
      return [node.of];
    case "call":
      return callEdits(node, around);
    case "product":
      return [...productEdits(node), ...summed(node)];
    case "power":
      return summed(node);
    case "hadamard":
      return [asProduct(node.factors, node)];
    case "add":
      return addEdits(node);
    default:
      return [];
  }
}

const bracketed = (of: Node): GroupNode => ({ kind: "group", open: "(", of, span: of.span });
const unbracketed = (node: Node): Node => (node.kind === "group" ? node.of : node);
const transposed = (of: Node): Node => ({
  kind: "transpose",
  of: bracketed(unbracketed(of)),
  span: of.span,
});
const asProduct = (factors: readonly Node[], { span }: Node): Node =>
  factors.length === 1
    ? (factors[0] as Node)
    : { kind: "product", factors, marks: factors.slice(1).map(() => ""), span };
const entrywise = (factors: readonly Node[], { span }: Node): HadamardNode => ({
  kind: "hadamard",
  factors,
  span,
});

/** A lost transpose, a layer up or down, indices in the wrong order, one index for another. */
function symbolEdits(node: SymbolNode, { model, letters }: Surroundings): Node[] {
  const { indices, labels, layerAt } = node;
  const layer = layerAt === undefined ? null : labels[layerAt];
  const kindOf = (name: string | undefined) => model.indices.get(name ?? "");
  return [
    ...(indices.length === 0 ? [transposed(node)] : []),
    ...(layer ? [1, -1] : []).map((by) => ({
      ...node,
      labels: labels.map((one, at) => (layer && at === layerAt ? plus(layer, whole(by)) : one)),
    })),
    ...(indices.length === 2 ? [{ ...node, indices: [...indices].reverse() }] : []),
    ...indices.flatMap((index, place) => {
      const name = bareLetter(index);
      const others = [...letters].filter((one) => one !== name && kindOf(one) === kindOf(name));
      return others.map((other) => ({ ...node, indices: indices.with(place, letter(other)) }));
    }),
  ];
}

/** g for g′, g′ for g; a in it for z, or another quantity of its kind. */
function callEdits(node: CallNode, { model }: Surroundings): Node[] {
  const primed = { ...node, order: node.order === 0 ? 1 : node.order - 1 };
  const [argument] = node.args;
  const declared = argument?.kind === "symbol" ? model.symbols.get(argument.name) : undefined;
  if (!argument || !declared) return [primed];
  const others = [...model.symbols.values()].filter(
    ({ name, labels, shape }) =>
      name !== declared.name &&
      labels.length === declared.labels.length &&
      shape.length === declared.shape.length,
  );
  return [
    primed,
    ...others.map(({ name }) => ({ ...node, args: [{ ...argument, name } as Node] })),
  ];
}

/** A lost ⊙, an outer product the other way round, two factors or their indices exchanged. */
function productEdits(node: ProductNode): Node[] {
  const { factors } = node;
  const [first, second] = factors as [Node, Node];
  const joined = factors
    .slice(1)
    .map((_, at) =>
      entrywise(
        [asProduct(factors.slice(0, at + 1), node), asProduct(factors.slice(at + 1), node)],
        node,
      ),
    );
  if (factors.length > 2) return joined;
  const outer = second.kind === "transpose" ? [[unbracketed(second.of), transposed(first)]] : [];
  const indexed = first.kind === "symbol" && second.kind === "symbol";
  const crossed =
    indexed && first.indices.length === second.indices.length && first.indices.length > 0
      ? [
          [
            { ...first, indices: second.indices },
            { ...second, indices: first.indices },
          ],
        ]
      : [];
  return [...joined, ...[...outer, ...crossed, [second, first]].map((two) => asProduct(two, node))];
}

/** A lost sum over a letter that stands free. */
const summed = (node: Node): Node[] =>
  [...freeLetters(node)].map((name) => ({
    kind: "reduce",
    operator: "sum",
    names: [name],
    body: node,
    span: node.span,
  }));

/** A difference the other way round, one sign turned, brackets that were left out. */
function addEdits(node: AddNode): Node[] {
  const { terms } = node;
  const turned = terms.map(({ sign, node: term }, at) => ({
    ...node,
    terms: terms.with(at, { sign: sign === 1 ? -1 : 1, node: term }),
  }));
  const [first, second] = terms;
  if (!first || !second || terms.length > 2 || first.sign === -1) return turned;
  const exchanged =
    second.sign === -1
      ? [
          {
            ...node,
            terms: [
              { ...first, node: second.node },
              { ...second, node: first.node },
            ],
          },
        ]
      : [];
  return [...exchanged, ...turned, ...bracketedTerms(node, first.node, second)];
}

/** `(a - y) ⊙ g′` for `a - y ⊙ g′`, `g(θa + b)` for `g(θa) + b`. */
function bracketedTerms(node: AddNode, first: Node, second: AddNode["terms"][number]): Node[] {
  const plusSecond = (left: Node, right: Node): Node => ({
    ...node,
    terms: [
      { sign: 1, node: left },
      { ...second, node: right },
    ],
  });
  const after = second.node;
  if (first.kind === "call" && first.args.length === 1) {
    return [{ ...first, args: [plusSecond(first.args[0] as Node, after)] }];
  }
  if (after.kind !== "product" && after.kind !== "hadamard") return [];
  const [factor, ...rest] = after.factors as [Node, ...Node[]];
  return [{ ...after, factors: [bracketed(plusSecond(first, factor)), ...rest] }];
}
