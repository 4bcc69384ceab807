import {
  Judge,
  judgeWithHints,
  type Constraints,
  type Judgement,
  type Program,
} from "../../engine/index.ts";
import { Budget, DIAGNOSTIC_CODES, type Span } from "../../language/index.ts";
import { loadModel } from "../models.ts";
import type { Candidate } from "./strings.ts";

/** What a string must never do: end in an exception, mark what it does not have, be refused without a word … */
export const FAULT_KINDS = [
  "threw",
  "outside",
  "no sentence",
  "no verdict",
  "over budget",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What became of one string. */
export interface Examined {
  readonly verdict: Judgement["verdict"];
  /** Why it was refused, where it was. */
  readonly code: Judgement["code"];
  readonly steps: number;
  /** More work was asked for than there is. */
  readonly isLimited: boolean;
  readonly fault?: { readonly kind: FaultKind; readonly told: string };
}

export type Judging = (judge: Judge, tex: string, budget: Budget) => Judgement;

/** The judge as it is, without the search for a small counterexample: that runs what was run before. */
export const judging: Judging = (judge, tex, budget) => judge.judge(tex, { budget, shrink: false });

/** With the search for a small network and for a hint, as a reader meets it. */
export const judgingWithHints: Judging = (judge, tex, budget) =>
  judgeWithHints(judge, tex, { budget });

/** A judge that counts the slots of its tapes, so that the budget is not asked of itself. */
class Watched extends Judge {
  readonly #before = new Map<Program, number>();
  override program(constraints: Constraints, seed: string, at: number): Program {
    const program = super.program(constraints, seed, at);
    if (!this.#before.has(program)) this.#before.set(program, program.tape.length);
    return program;
  }
  /** Slots that were made since the last asking. */
  made(): number {
    const made = [...this.#before].map(([{ tape }, before]) => tape.length - before);
    this.#before.clear();
    return made.reduce((sum, count) => sum + count, 0);
  }
}

const judges = new Map<string, Watched>();
function judgeOf(name: string): Watched {
  const judge = judges.get(name) ?? new Watched(loadModel(name));
  judges.set(name, judge);
  return judge;
}

const VERDICTS = ["holds", "fails", "cannot tell", "not understood", "value"];

/** Judges one string and holds what is said against what may be said. */
export function examine({ tex, model }: Candidate, judged = judging): Examined {
  const budget = new Budget();
  const judge = judgeOf(model);
  judge.made();
  try {
    const judgement = judged(judge, tex, budget);
    const fault = faultOf(tex, judgement) ?? overrun(judge.made(), budget);
    const { verdict, code } = judgement;
    const found = { verdict, code, steps: budget.spent, isLimited: budget.isSpent };
    return fault ? { ...found, fault } : found;
  } catch (error) {
    const told = error instanceof Error ? `${error.stack?.slice(0, 300)}` : String(error);
    const found = { verdict: "not understood", code: null, isLimited: false } as const;
    return { ...found, steps: budget.spent, fault: { kind: "threw", told } };
  }
}

type Fault = Examined["fault"];

function faultOf(tex: string, judgement: Judgement): Fault {
  const { verdict, diagnostics, span, message } = judgement;
  if (!VERDICTS.includes(verdict)) return { kind: "no verdict", told: `"${verdict}"` };
  const isRefused = verdict === "not understood";
  if (isRefused !== diagnostics.length > 0)
    return { kind: "no verdict", told: `${verdict} with ${diagnostics.length} reasons` };
  const spans = diagnostics.flatMap((one) => [one.span, ...(one.related ?? [])]);
  const outside = [...spans, ...(span ? [span] : [])].find((one) => !isInside(one, tex));
  if (outside) return { kind: "outside", told: `${outside.start} to ${outside.end}` };
  const silent = [message, ...diagnostics.map((one) => one.message)].find(
    (one) => !isSentence(one),
  );
  if (silent !== undefined) return { kind: "no sentence", told: `"${silent}"` };
  const foreign = diagnostics.find(({ code }) => !DIAGNOSTIC_CODES.includes(code));
  return foreign && { kind: "no sentence", told: `code ${foreign.code}` };
}

const isInside = ({ start, end }: Span, tex: string): boolean =>
  Number.isInteger(start) && 0 <= start && start <= end && end <= tex.length;

/** Words, to the full stop; nothing that a program says by mistake. */
const isSentence = (message: string): boolean =>
  /\S \S[^]*\.$/.test(message) && !/undefined|\[object|\bNaN\b/.test(message);

/** The slots that were made on the tapes are a part of the work. */
function overrun(made: number, budget: Budget): Fault {
  if (made <= budget.steps) return undefined;
  return { kind: "over budget", told: `${made} slots were made` };
}
