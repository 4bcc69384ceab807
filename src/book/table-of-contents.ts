/** A chapter of the plan; those without a folder under content/chapters are not written yet. */
export interface Chapter {
  readonly number: number;
  readonly title: string;
}

export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

const PLAN: readonly (readonly [string, readonly string[]])[] = [
  [
    "What we are computing",
    [
      "Forward propagation, made to run",
      "What may be called an error",
      "What we want, and the quantity that gets us there",
    ],
  ],
  [
    "The three equations",
    [
      "Equation 1: the output layer",
      "Equation 2: one layer back",
      "Equation 3: from delta to weights and biases",
      "The algorithm, and why “back”",
      "Trust, but check",
    ],
  ],
  [
    "Learning with it",
    [
      "Training",
      "Batches in matrix form",
      "Softmax and cross-entropy",
      "Vanishing, exploding, initialisation",
    ],
  ],
  [
    "The same principle elsewhere",
    ["Graphs and reverse mode", "Convolution", "Recurrence", "Normalisation, residuals, attention"],
  ],
];

let count = 0;

/** The whole book as planned, in order. */
export const PARTS: readonly Part[] = PLAN.map(([title, chapters]) => ({
  title,
  chapters: chapters.map((chapter) => ({ title: chapter, number: ++count })),
}));

/** The number and URL slug of a chapter's entry id, such as `04-equation-1` or `04-equation-1/index`. */
export function slugOf(entryId: string): { number: number; slug: string } {
  const match = /^(?<number>\d+)-(?<slug>[a-z0-9-]+)(?:\/index)?$/.exec(entryId);
  if (!match?.groups)
    throw new Error(`content/chapters/${entryId}: a chapter's folder is NN-slug.`);
  return { number: Number(match.groups.number), slug: match.groups.slug! };
}

/** The planned chapter with this number. */
export function chapterOfNumber(number: number): Chapter | undefined {
  return PARTS.flatMap((part) => part.chapters).find((chapter) => chapter.number === number);
}
