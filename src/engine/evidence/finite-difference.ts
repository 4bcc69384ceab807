import { measuredNoise } from "./noise.ts";
import type { DifferenceEvidence } from "./verdict.ts";

/** Says on which sides of the kinks of f a point lies; equal strings, no kink between. */
export type SidesAt = (x: number) => string;

/** The unit roundoff of a double. */
const ROUNDOFF = 2 ** -53;

/** The error bar of a truncation term is taken half as large again: the derivative in it is an estimate. */
const CAUTION = 1.5;

/**
 * Spacings of the points on which noise is measured. Two, because on a grid that happens to step through
 * whole units in the last place all values are rounded alike, and no noise shows.
 */
const SPACINGS = [2 ** -20, 0.618 * 2 ** -20];

const smooth: SidesAt = () => "";

/** The size of the rounding in the values of f: at least u|f|, more where large numbers cancelled. */
const noiseOf = (f: (x: number) => number, x: number, scale: number, value: number): number =>
  Math.max(
    ROUNDOFF * Math.abs(value),
    ...SPACINGS.map((spacing) => measuredNoise(f, x, spacing * scale)),
  );

/** The third derivative from four points with the spacing k. */
const thirdDifference = (f: (x: number) => number, x: number, k: number): number =>
  (f(x + 2 * k) - 2 * f(x + k) + 2 * f(x - k) - f(x - 2 * k)) / (2 * k ** 3);

/**
 * Spacings at which the third derivative is looked for; the largest counts. A steep function may have
 * turned several times within a wide spacing and look tame there.
 */
const THIRD_SPACINGS = [2 ** -6, 2 ** -9, 2 ** -12];

/**
 * Where f does not move at all between the two points but does so farther out, its change was lost in the
 * rounding of larger numbers on the way: the slope out there is below what can be seen.
 */
const lostSlope = (f: (x: number) => number, x: number, k: number): number =>
  Math.abs((f(x + k) - f(x - k)) / (2 * k));

/** The fifth derivative from six points with the spacing k. */
const fifthDifference = (f: (x: number) => number, x: number, k: number): number => {
  const far = f(x + 3 * k) - f(x - 3 * k);
  const middle = f(x + 2 * k) - f(x - 2 * k);
  const near = f(x + k) - f(x - k);
  return (far - 4 * middle + 5 * near) / (2 * k ** 5);
};

/** Both points of the central difference, at the step 2⁻¹⁷·max(1, |x|). */
const centralPoints = (x: number): readonly [left: number, right: number] => {
  const scale = Math.max(1, Math.abs(x));
  return [x - 2 ** -17 * scale, x + 2 ** -17 * scale];
};

/** The derivative of f at x by a central difference, without its error bar: two calls of f. */
export const centralDifference = (f: (x: number) => number, x: number): number => {
  const [left, right] = centralPoints(x);
  return (f(right) - f(left)) / (right - left);
};

/**
 * The derivative of f at x by a central difference, with its error bar.
 *
 * The step is 2⁻¹⁷·max(1, |x|) and the division is by the realised step, so that the step itself
 * carries no rounding. The bar is 1.5·M₃h²/6 + 2n/h, where M₃ is the largest third difference
 * with spacings from 2⁻⁶ to 2⁻¹² and n the noise in f: u|f| with u = 2⁻⁵³, or what is measured if
 * that is more. Costs thirty-two calls of f, two more where f does not move.
 */
export const finiteDifference = (
  f: (x: number) => number,
  x: number,
  sidesAt: SidesAt = smooth,
): DifferenceEvidence => {
  const scale = Math.max(1, Math.abs(x));
  const [left, right] = centralPoints(x);
  const values = [f(left), f(right)] as const;
  const step = (right - left) / 2;

  const third = Math.max(
    ...THIRD_SPACINGS.map((spacing) => Math.abs(thirdDifference(f, x, spacing * scale))),
  );
  const largest = Math.max(...values.map(Math.abs));
  const lost = values[0] === values[1] ? lostSlope(f, x, 2 ** -6 * scale) : 0;
  const floor = Math.max((2 * noiseOf(f, x, scale, largest)) / step, lost);
  const sides = sidesAt(x);
  return {
    estimate: (values[1] - values[0]) / (right - left),
    bar: (CAUTION * third * step ** 2) / 6 + floor,
    floor,
    step,
    hasKink: sidesAt(left) !== sides || sidesAt(right) !== sides,
  };
};

/**
 * The derivative of f at x by a difference of fourth order with the step 2⁻¹¹·max(1, |x|): about a
 * hundred times sharper where f is smooth, useless where a kink is near. The bar is
 * 1.5·M₅h⁴/30 + 3n/h, with M₅ from a fifth difference with the spacing 2⁻⁵. Costs twenty-eight calls.
 */
export const fourthOrderDifference = (
  f: (x: number) => number,
  x: number,
  sidesAt: SidesAt = smooth,
): DifferenceEvidence => {
  const scale = Math.max(1, Math.abs(x));
  const right = x + 2 ** -11 * scale;
  const step = right - x;
  const values = [f(x - 2 * step), f(x - step), f(right), f(x + 2 * step)] as const;
  const [far, near] = [values[3] - values[0], values[2] - values[1]];

  const fifth = Math.abs(fifthDifference(f, x, 2 ** -5 * scale));
  const largest = Math.max(...values.map(Math.abs));
  const floor = (3 * noiseOf(f, x, scale, largest)) / step;
  const sides = sidesAt(x);
  return {
    estimate: (8 * near - far) / (12 * step),
    bar: (CAUTION * fifth * step ** 4) / 30 + floor,
    floor,
    step,
    hasKink: [-2, -1, 1, 2].some((places) => sidesAt(x + places * step) !== sides),
  };
};
