import type { Affine } from "../affine.ts";
import { bareLetter, letter, sameAffine, substitute } from "../affine.ts";
import { childrenOf } from "../tree-walk.ts";
import type { Node, OnesNode } from "../tree.ts";
import type { Context } from "./context.ts";
import { normal, report } from "./context.ts";
import type { Shape } from "./shape.ts";
import { vector } from "./shape.ts";

/**
 * A bare `\mathbf 1` has as many ones as its neighbours need. A claim with one in it is therefore walked
 * twice: at first its length is an unknown, which the first comparison with a length settles.
 */
export class Unknowns {
  /** Once all comparisons were made, what is still unknown stays so. */
  isSettled = false;
  readonly #names = new Map<OnesNode, string>();
  readonly #values = new Map<string, Affine>();

  of(node: OnesNode): Affine {
    const name = this.#names.get(node) ?? `?${this.#names.size + 1}`;
    this.#names.set(node, name);
    return this.resolve(letter(name));
  }

  /** What is known of a length; an unknown may stand for another one. */
  resolve(length: Affine): Affine {
    const next = substitute(length, this.#values);
    return sameAffine(next, length) ? length : this.resolve(next);
  }

  /** Whether two lengths agree; an unknown one takes the other's value. */
  settle(left: Affine, right: Affine): boolean {
    const [one, other] = [this.resolve(left), this.resolve(right)];
    if (sameAffine(one, other)) return true;
    const [unknown, value] = isUnknown(one) ? [one, other] : [other, one];
    const mentions = value.terms.some(({ key }) => key === bareLetter(unknown));
    if (!isUnknown(unknown) || mentions) return false;
    this.#values.set(bareLetter(unknown) ?? "", value);
    return true;
  }
}

export const hasBareOnes = (node: Node): boolean =>
  (node.kind === "ones" && node.size === null) || childrenOf(node).some(hasBareOnes);

const isUnknown = (length: Affine): boolean => bareLetter(length)?.startsWith("?") ?? false;

/** Whether two lengths agree. */
export const agree = ({ unknowns }: Context, left: Affine, right: Affine): boolean =>
  unknowns ? unknowns.settle(left, right) : sameAffine(left, right);

/** Whether two shapes agree. */
export const agreeInShape = (context: Context, left: Shape, right: Shape): boolean =>
  agree(context, left.rows, right.rows) && agree(context, left.columns, right.columns);

export function inferOnes(context: Context, node: OnesNode): Shape | null {
  if (node.size) return vector(normal(context, node.size));
  const length = context.unknowns?.of(node);
  if (length && !(context.unknowns?.isSettled && isUnknown(length))) return vector(length);
  const message = "Say how many ones: \\mathbf{1}_m has m of them.";
  return report(context, "shape", message, node.span);
}
