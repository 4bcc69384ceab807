import type { Node } from "../../language/index.ts";
import { printNode } from "../../language/index.ts";

/** What adds less than this to its neighbours is below the resolution of the judge. */
const FAINT = 1e-7;
/** An argument this near to where its function is constant says nothing. */
const FLAT = 1e-9;

/**
 * What could not be seen if it were wrong: terms that vanish beside others, numbers that were lost to
 * underflow or overflow. Gathered while one equation is compiled on one network.
 */
export class Resolution {
  /** A non-zero product came out as 0, or a number left the range of floats. */
  lost = false;
  readonly #faint = new Map<string, string>();
  readonly #clear = new Set<string>();

  /** Parts that were faint wherever they stood. */
  faint(): ReadonlyMap<string, string> {
    return new Map([...this.#faint].filter(([key]) => !this.#clear.has(key)));
  }

  /** Notes how large the addends of one sum are beside each other. */
  addends(sizes: readonly number[], nodes: readonly Node[], places: readonly string[]): void {
    const largest = Math.max(...sizes);
    sizes.forEach((size, at) => {
      const node = nodes[at % nodes.length];
      if (node && size > 0) this.#note(node, places[at] ?? "", size < FAINT * largest);
    });
  }

  /** Notes an argument that hardly moves its function: e^x near x = 0. */
  argument(node: Node, size: number): void {
    if (size > 0) this.#note(node, "", size < FLAT);
  }

  /** Notes a result that should not have vanished, and one that is no number. */
  result(operands: readonly number[], results: readonly number[]): void {
    const vanished = operands.every((one) => one !== 0) && results.every((one) => one === 0);
    this.lost ||= (operands.length > 0 && vanished) || !results.every(Number.isFinite);
  }

  #note(node: Node, place: string, isFaint: boolean): void {
    const key = `${node.span.start}-${node.span.end}|${place}`;
    if (isFaint) this.#faint.set(key, printNode(node));
    else this.#clear.add(key);
  }
}
