import { Decimal } from "decimal.js";

/** The operations of a tape in some other kind of number than a double. It knows no derivative. */
export interface Arithmetic<Value> {
  of(x: number): Value;
  add(left: Value, right: Value): Value;
  subtract(left: Value, right: Value): Value;
  multiply(left: Value, right: Value): Value;
  divide(above: Value, below: Value): Value;
  negate(x: Value): Value;
  power(base: Value, exponent: Value): Value;
  maximum(left: Value, right: Value): Value;
  /** The functions of one number by their names on the tape. */
  readonly functions: Readonly<Record<string, (x: Value) => Value>>;
}

/** How many digits the reference carries. */
export const DIGITS = 60;

export const Exact = Decimal.clone({ precision: DIGITS, defaults: true });
export type Exact = Decimal;

/** Exactly this double: its shortest decimal, 0.1, is another number, seventeen digits down. Throws if it is not finite. */
export function exactly(x: number): Exact {
  if (!Number.isFinite(x)) throw new RangeError(`${x} has no digits`);
  let whole = x;
  let halvings = 0;
  for (; !Number.isInteger(whole); halvings += 1) whole *= 2;
  return new Exact(BigInt(whole).toString()).div(new Exact(2).pow(halvings));
}

/** |value − truth|; infinite where the value is no number. */
export const distance = (value: number, truth: Exact): number =>
  Number.isFinite(value) ? truth.minus(exactly(value)).abs().toNumber() : Number.POSITIVE_INFINITY;

/**
 * A function that takes long, from its value at a number nearby: x to 17 digits, which all points of one
 * difference share. `shift` goes from there to x by a few terms of a series.
 */
const fromNearby = (
  far: (anchor: Exact) => Exact,
  shift: (value: Exact, anchor: Exact, x: Exact) => Exact,
): ((x: Exact) => Exact) => {
  const known = new Map<string, Exact>();
  return (x) => {
    const anchor = x.toSignificantDigits(17);
    const key = anchor.toString();
    const value = known.get(key) ?? far(anchor);
    known.set(key, value);
    return anchor.equals(x) ? value : shift(value, anchor, x);
  };
};

const one = new Exact(1);
/** d⁴ is beyond the sixtieth digit. */
const exp = fromNearby(
  (anchor) => anchor.exp(),
  (value, anchor, x) => {
    const d = x.minus(anchor);
    return value.times(d.div(3).plus(1).times(d).div(2).plus(1).times(d).plus(1));
  },
);
const ln = fromNearby(
  (anchor) => anchor.ln(),
  (value, anchor, x) => {
    const d = x.minus(anchor).div(anchor);
    return value.plus(d.times(one.minus(d.div(2).minus(d.times(d).div(3)))));
  },
);
const logistic = (x: Exact): Exact => one.div(one.plus(exp(x.negated())));

/**
 * Sixty digits. The textbook formulas do here: what a formula loses by cancelling it loses from digits
 * that no double has. Only e^-x beside 1 would need more; no network of ours goes that far.
 */
export const exact: Arithmetic<Exact> = {
  of: exactly,
  add: (left, right) => left.plus(right),
  subtract: (left, right) => left.minus(right),
  multiply: (left, right) => left.times(right),
  divide: (above, below) => above.div(below),
  negate: (x) => x.negated(),
  power: (base, exponent) => base.pow(exponent),
  maximum: (left, right) => Exact.max(left, right),
  functions: {
    identity: (x) => x,
    exp,
    ln,
    sqrt: (x) => x.sqrt(),
    abs: (x) => x.abs(),
    sin: (x) => x.sin(),
    relu: (x) => Exact.max(0, x),
    step: (x) => new Exact(Math.sign(x.comparedTo(0)) / 2 + 0.5),
    sigmoid: logistic,
    tanh: (x) => logistic(x.times(2)).times(2).minus(1),
    softplus: (x) => ln(exp(x).plus(1)),
  },
};

const { fround } = Math;
const rounded =
  (f: (x: number) => number) =>
  (x: number): number =>
    fround(f(x));

/** Twenty-four bits: every result is rounded to a float of 32 bits, as on most graphics cards. */
export const single: Arithmetic<number> = {
  of: fround,
  add: (left, right) => fround(left + right),
  subtract: (left, right) => fround(left - right),
  multiply: (left, right) => fround(left * right),
  divide: (above, below) => fround(above / below),
  negate: (x) => -x,
  power: (base, exponent) => fround(base ** exponent),
  maximum: Math.max,
  functions: {
    identity: (x) => x,
    exp: rounded(Math.exp),
    ln: rounded(Math.log),
    sqrt: rounded(Math.sqrt),
    abs: Math.abs,
    sin: rounded(Math.sin),
    relu: (x) => Math.max(0, x),
    step: (x) => Math.sign(x) / 2 + 0.5,
    sigmoid: rounded((x) => 1 / (1 + Math.exp(-x))),
    tanh: rounded(Math.tanh),
    softplus: rounded((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  },
};
