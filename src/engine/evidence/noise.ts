/** How many points the noise is measured on, and how often their differences are taken. */
const POINTS = 9;
const ORDER = 4;

/** The variance of a fourth difference is that of one value times the binomial coefficient 8 over 4. */
const GAIN = 70;

/**
 * The size of the rounding noise in the values of f near x, measured: fourth differences of closely
 * spaced values wipe out all that is smooth and leave the noise (after Hamming; Moré and Wild,
 * "Estimating computational noise", 2011).
 *
 * It is needed where f is small because large numbers cancel, as the error of a network that is
 * nearly trained: such an f carries the rounding of the large numbers, far more than u|f|.
 * `spacing` must be so small that f changes smoothly over nine points. Costs nine calls.
 */
export const measuredNoise = (f: (x: number) => number, x: number, spacing: number): number => {
  let differences = Array.from({ length: POINTS }, (_, place) =>
    f(x + (place - (POINTS - 1) / 2) * spacing),
  );
  for (let order = 0; order < ORDER; order += 1)
    differences = differences.slice(1).map((value, place) => value - differences[place]!);
  const squares = differences.reduce((total, value) => total + value * value, 0);
  return Math.sqrt(squares / differences.length / GAIN);
};
