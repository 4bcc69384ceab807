/**
 * Lists of operands by their content: the same numbers in the same order are one list, wherever they stand.
 * A list has a number, from 0 in the order in which it was first met.
 */
export class Lists {
  readonly #operands: Int32Array;
  readonly #length: number;
  readonly #begins: number[] = [];
  readonly #byHash = new Map<number, number[]>();

  /** For lists of one length. */
  constructor(operands: Int32Array, length: number) {
    this.#operands = operands;
    this.#length = length;
  }

  /** The number of the list that begins at this place of the operands. */
  find(begin: number): number {
    let hash = 0;
    for (let place = begin; place < begin + this.#length; place += 1) {
      hash = Math.imul(hash ^ this.#operands[place]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const alike = this.#byHash.get(hash) ?? [];
    const known = alike.find((list) => this.#isSame(this.#begins[list]!, begin));
    if (known !== undefined) return known;
    const list = this.#begins.push(begin) - 1;
    this.#byHash.set(hash, [...alike, list]);
    return list;
  }

  /** Where a list stands in the operands, at its first place. */
  begin(list: number): number {
    return this.#begins[list]!;
  }

  #isSame(one: number, other: number): boolean {
    for (let place = 0; place < this.#length; place += 1)
      if (this.#operands[one + place] !== this.#operands[other + place]) return false;
    return true;
  }
}
