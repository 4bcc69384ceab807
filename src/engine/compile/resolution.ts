import type { Node } from "../../language/index.ts";

/** What adds less than this to its neighbours is below the resolution of the judge. */
const FAINT = 1e-7;
/** An argument this near to where its function is constant says nothing. */
const FLAT = 1e-9;

/** A function with a kink at `at`: its argument and its result. */
export interface Kink {
  readonly slot: number;
  readonly at: number;
  readonly result: number;
}

export interface Truth {
  readonly met: boolean;
  readonly missed: boolean;
}

/** A part of an equation, and for the terms of a sum which of them. */
export interface FaintPart {
  readonly node: Node;
  readonly place: string;
}

/**
 * What could not be seen if it were wrong: terms that vanish beside others, numbers that were lost to
 * underflow or overflow. Gathered while one equation is compiled on one network.
 */
export class Resolution {
  /** A non-zero product came out as 0, or a number left the range of floats. */
  lost = false;
  /** Functions met at a kink in this equation; those of the model are kept by the program. */
  readonly kinks: Kink[] = [];
  readonly #truths = new Map<Node, Truth>();
  readonly #notes = new Map<Node, Map<string, boolean>>();

  /** Whether this part, at this place of its sum, was faint wherever it stood. */
  isFaint(node: Node, place: string): boolean {
    return this.#notes.get(node)?.get(place) ?? false;
  }

  /** Parts that were faint wherever they stood. */
  faint(): FaintPart[] {
    return [...this.#notes].flatMap(([node, places]) =>
      [...places].flatMap(([place, isFaint]) => (isFaint ? [{ node, place }] : [])),
    );
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

  /** Notes the argument of a saturated function: whatever it is, the value is the same. */
  saturation(node: Node, turn: number): void {
    this.#note(node, "", turn < FLAT);
  }

  /** Notes whether a bracket or a case applied; one that never does, or always, could hold anything. */
  truth(node: Node, applies: boolean): void {
    const seen = this.#truths.get(node) ?? { met: false, missed: false };
    this.#truths.set(node, { met: seen.met || applies, missed: seen.missed || !applies });
  }

  /** What was seen of each bracket and case. */
  truths(): ReadonlyMap<Node, Truth> {
    return this.#truths;
  }

  /** Notes a result that should not have vanished, and one that is no number. */
  result(operands: readonly number[], results: readonly number[]): void {
    const vanished = operands.every((one) => one !== 0) && results.every((one) => one === 0);
    this.lost ||= (operands.length > 0 && vanished) || !results.every(Number.isFinite);
  }

  #note(node: Node, place: string, isFaint: boolean): void {
    const places = this.#notes.get(node) ?? new Map<string, boolean>();
    places.set(place, isFaint && (places.get(place) ?? true));
    this.#notes.set(node, places);
  }
}
