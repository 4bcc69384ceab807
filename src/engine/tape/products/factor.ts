/**
 * The rows of one factor of a matrix product, side by side in one array: `values` itself where every row is a
 * range of slots, else a copy that `gather` brings up to date.
 */
export class Factor {
  /** Where each row begins in the array. */
  readonly starts: Int32Array;
  readonly #gathered: Int32Array | undefined;
  readonly #copy: Float64Array | undefined;

  /** From where each row stands in the operands, and the length of all rows. */
  constructor(operands: Int32Array, begins: readonly number[], length: number) {
    if (begins.every((begin) => isRange(operands, begin, length))) {
      this.starts = Int32Array.from(begins, (begin) => operands[begin]!);
      return;
    }
    this.starts = Int32Array.from(begins, (_, row) => row * length);
    this.#gathered = new Int32Array(begins.length * length);
    this.#copy = new Float64Array(begins.length * length);
    begins.forEach((begin, row) =>
      this.#gathered!.set(operands.subarray(begin, begin + length), row * length),
    );
  }

  /** The array with the present numbers. */
  gather(values: Float64Array): Float64Array {
    const [from, to] = [this.#gathered, this.#copy];
    if (!from || !to) return values;
    for (let place = 0; place < to.length; place += 1) to[place] = values[from[place]!]!;
    return to;
  }
}

const isRange = (operands: Int32Array, begin: number, length: number): boolean => {
  for (let place = 1; place < length; place += 1)
    if (operands[begin + place] !== operands[begin]! + place) return false;
  return true;
};
