/**
 * A function of one number with its derivatives.
 *
 * `derivatives[n]` is the n-th derivative, order 0 (the function itself) to order 3. The formulas
 * stay accurate to a few units in the last place for every argument, large ones included: a
 * derivative that is tiny must come out tiny, not as the rounding error of 1 - 1.
 */
export interface SmoothFunction {
  readonly name: string;
  readonly derivatives: readonly ((x: number) => number)[];
  /** Where the function or its slope jumps, in ascending order; nothing if it is smooth everywhere. */
  readonly kinks?: readonly number[];
}
