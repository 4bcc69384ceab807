/** What one call of a task takes. */
export interface Timing {
  /** The median over the rounds. */
  readonly nanoseconds: number;
  /** The median of the ratio to the first task in the same round. */
  readonly ratio: number;
}

/** Rounds of each task: fewer for one that takes long, so that it takes about `LONGEST` milliseconds in all. */
const ROUNDS = 101;
const FEWEST_ROUNDS = 3;
const LONGEST = 1500;
/** About how long one round of one task lasts, in milliseconds; a single call may last longer. */
const ROUND = 1;
const WARM_UP = 100;

const millisecondsOf = (task: () => void, repeats: number): number => {
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) task();
  return performance.now() - start;
};

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!;

/** How often a task must be called to take so long; looking for it also warms the task up. */
const repeatsOf = (task: () => void, milliseconds: number): number => {
  let count = 1;
  while (millisecondsOf(task, count) < milliseconds) count *= 2;
  return count;
};

const roundsOf = (task: () => void): number =>
  Math.max(
    FEWEST_ROUNDS,
    Math.min(ROUNDS, Math.floor(LONGEST / (millisecondsOf(task, 1) + ROUND))),
  );

/**
 * Times tasks against the first of them. They take turns, round by round, so that what disturbs the
 * machine disturbs them alike and their ratio can be trusted.
 */
export const timesEach = (tasks: readonly (() => void)[]): Timing[] => {
  const plans = tasks.map((task) => {
    repeatsOf(task, WARM_UP);
    return { task, repeats: repeatsOf(task, ROUND), rounds: roundsOf(task), found: [] as number[] };
  });
  const whole = plans[0]!.found;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { task, repeats, rounds, found } of plans)
      if (round < rounds) found.push((millisecondsOf(task, repeats) / repeats) * 1e6);
  return plans.map(({ found }) => ({
    nanoseconds: median(found),
    ratio: median(found.slice(0, whole.length).map((one, round) => one / whole[round]!)),
  }));
};

/** Nanoseconds that one call of each task takes. */
export const nanosecondsEach = (tasks: readonly (() => void)[]): number[] =>
  timesEach(tasks).map(({ nanoseconds }) => nanoseconds);
