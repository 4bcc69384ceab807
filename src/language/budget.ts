/** What one judgement may cost: its reading, its networks, its counterexample and its hints together. */
const MOST_STEPS = 1_000_000;

/**
 * The work that is left for one equation. A step is about one token read, one node visited or one slot
 * made. Every part of the pipeline takes its steps here before it works, and refuses where too few are
 * left.
 */
export class Budget {
  readonly steps: number;
  #spent = 0;
  #isSpent = false;

  constructor(steps = MOST_STEPS) {
    this.steps = steps;
  }

  /** The steps that were taken. */
  get spent(): number {
    return this.#spent;
  }

  /** Whether more was asked for than there was; from then on nothing is given. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Takes so many steps; false where too few are left. */
  take(count = 1): boolean {
    this.#isSpent ||= this.#spent + count > this.steps;
    if (!this.#isSpent) this.#spent += count;
    return !this.#isSpent;
  }
}

export const TOO_MUCH_WORK = "This equation asks for too much work.";
