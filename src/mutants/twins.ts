import type { Affine, Model, Node, SymbolDeclaration, SymbolNode } from "../language/index.ts";
import {
  definitionsOf,
  lettersOf,
  plus,
  sameAffine,
  substitute,
  letter,
  whole,
} from "../language/index.ts";

const span = { start: 0, end: 0 };

/**
 * Every other quantity of the model with the same axes, at labels that give them the same lengths: for
 * z^{(k+1)} also b^{(k)}, for x also a^{(1)}. Its own labels are tried first, then their neighbours, then
 * the ends of the family.
 */
export function twinsOf(node: SymbolNode, model: Model, letters: ReadonlySet<string>): Node[] {
  const declaration = model.symbols.get(node.name);
  if (!declaration || node.labels.includes(null)) return [];
  const lengths = lengthsOf(model, declaration, node.labels as Affine[]);
  return [...model.symbols.values()]
    .filter((other) => other.name !== node.name && other.shape.length === lengths.length)
    .flatMap((other) => {
      const labels = labelings(node, declaration, other).find((one) =>
        lengthsOf(model, other, one).every((size, at) => sameAffine(size, lengths[at] as Affine)),
      );
      return labels ? standings(model, other, labels, node.indices, letters) : [];
    });
}

/** The lengths of a symbol's axes at its labels. */
function lengthsOf(
  model: Model,
  { labels, shape }: SymbolDeclaration,
  at: readonly Affine[],
): Affine[] {
  const values = new Map<string, Affine>();
  labels.forEach(({ kind }, place) => {
    for (const [name, one] of model.indices) {
      const value = at[place];
      if (one === kind && value) values.set(name, value);
    }
  });
  return shape.map((size) => substitute(size, values));
}

/** Labels that the other symbol may carry here, the likeliest first. */
function labelings(
  node: SymbolNode,
  declaration: SymbolDeclaration,
  other: SymbolDeclaration,
): Affine[][] {
  return other.labels.reduce<Affine[][]>(
    (lists, { kind, low, high }) => {
      const own = declaration.labels.findIndex((label) => label.kind === kind);
      const value = own >= 0 ? node.labels[own] : null;
      const near = value ? [value, plus(value, whole(-1)), plus(value, whole(1))] : [];
      return lists.flatMap((list) => [...near, low, high].map((one) => [...list, one]));
    },
    [[]],
  );
}

/** As the model writes it: bare, with its arguments, or both. */
function standings(
  model: Model,
  { name, labels: declared, arguments: takes }: SymbolDeclaration,
  labels: readonly Affine[],
  indices: readonly Affine[],
  letters: ReadonlySet<string>,
): Node[] {
  const layerAt = declared.findIndex(({ place }) => place === "super");
  const bare: SymbolNode = {
    kind: "symbol",
    name,
    labels,
    ...(layerAt >= 0 ? { layerAt } : {}),
    indices,
    span,
  };
  const applied = takes === "none" || indices.length > 0 ? [] : appliedTo(model, name, letters);
  return takes === "required" ? applied : [bare, ...applied];
}

/** `E(x_r, y_r)`, `h(x)`: the arguments of the definition, at an example that is in scope. */
export function appliedTo(model: Model, name: string, letters: ReadonlySet<string>): Node[] {
  const [definition] = definitionsOf(model, name, true);
  if (!definition?.formals) return [];
  const kindOf = (one: string): string | undefined => model.indices.get(one);
  const args = definition.formals.map((formal) => {
    const values = new Map(
      formal.labels.flatMap((label) =>
        (label ? lettersOf(label) : []).map((own) => {
          const near = [...letters].find((one) => kindOf(one) === kindOf(own));
          return [own, letter(near ?? own)] as const;
        }),
      ),
    );
    return { ...formal, labels: formal.labels.map((label) => label && substitute(label, values)) };
  });
  return [{ kind: "evaluate", name, args, span }];
}
