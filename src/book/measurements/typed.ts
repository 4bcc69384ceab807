import { Judge, judgeWithHints } from "../../engine/index.ts";
import { readTyped } from "../../language/index.ts";
import { loadModel } from "../models.ts";
import { readingOf, spellings, type Spelling } from "../spellings.ts";
import type { Measurement } from "./measurement.ts";

/** What became of the inputs of one kind. The four counts add up to all. */
export interface TypedKind {
  readonly kind: string;
  readonly inputs: number;
  /** Understood as they stand. */
  readonly understood: number;
  /** Refused in LaTeX, and read from a box in the only way that there is. */
  readonly read: number;
  /** Refused in both, with a hint that was run and holds. */
  readonly hinted: number;
  /** Refused in both without a hint: what is meant is false, or there are two readings. */
  readonly refused: number;
}

export interface TypedFigures {
  readonly kinds: readonly TypedKind[];
  /** Read otherwise than they are meant. */
  readonly misread: readonly string[];
  /** Hinted at though nothing that holds is meant. */
  readonly misled: readonly string[];
}

const LEAST_KINDS = 30;
const COUNTS = ["inputs", "understood", "read", "hinted", "refused"] as const;
type Outcome = Exclude<(typeof COUNTS)[number], "inputs">;

/** What people type: kept as data, and understood, or refused with the right hint. */
export const typed: Measurement<TypedFigures> = {
  title: "What people type",

  measure() {
    const judges = new Map<string, Judge>();
    const kinds = new Map<string, Record<(typeof COUNTS)[number], number>>();
    const misread: string[] = [];
    const misled: string[] = [];
    for (const row of spellings) {
      const name = row.model ?? "feedforward";
      const judge = judges.get(name) ?? new Judge(loadModel(name));
      judges.set(name, judge);
      const { outcome, isMisread, isMisled } = examine(judge, row);
      const counts = kinds.get(row.kind) ?? {
        ...{ inputs: 0, understood: 0, read: 0, hinted: 0, refused: 0 },
      };
      kinds.set(row.kind, counts);
      counts.inputs += 1;
      counts[outcome] += 1;
      if (isMisread) misread.push(row.tex);
      if (isMisled) misled.push(row.tex);
    }
    return { kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })), misread, misled };
  },

  faults({ kinds, misread, misled }) {
    return [
      ...misread.map((tex) => `It is read otherwise than it is meant: ${tex}`),
      ...misled.map((tex) => `It has a hint, but nothing that holds is meant: ${tex}`),
      ...(kinds.length < LEAST_KINDS ? [`There are only ${kinds.length} kinds.`] : []),
    ];
  },

  lines({ kinds, misread, misled }) {
    const [inputs, understood, read, hinted, refused] = COUNTS.map((count) =>
      kinds.reduce((sum, kind) => sum + kind[count], 0),
    );
    return [
      `${inputs} inputs of ${kinds.length} kinds: ${understood} understood as they stand, ${read} read from a box, ` +
        `${hinted} refused with a hint that holds, ${refused} refused without one`,
      `${misread.length} read otherwise than meant, ${misled.length} false hints`,
    ];
  },
};

function examine(
  judge: Judge,
  { tex, as }: Spelling,
): { outcome: Outcome; isMisread: boolean; isMisled: boolean } {
  const plain = judgeWithHints(judge, tex);
  const isHinted = plain.diagnostics.some(({ hint }) => hint !== undefined);
  const isMisled = isHinted && (as === undefined || judge.judge(as).verdict !== "holds");
  const isPlain = plain.verdict !== "not understood";
  const house = isPlain ? tex : readTyped(tex, judge.model).tex;
  const isRead = isPlain || judge.judge(house).verdict !== "not understood";
  const isMeant = as !== undefined && readingOf(house, judge.model) === readingOf(as, judge.model);
  const outcome = isPlain ? "understood" : isRead ? "read" : isHinted ? "hinted" : "refused";
  return { outcome, isMisread: isRead && !isMeant, isMisled };
}
