import { check, type Checked, type Node, type TypedEquation } from "../language/index.ts";
import { respellingsOf } from "./respell.ts";
import { spellings } from "./respellings/index.ts";
import type { Spelling } from "./respellings/spelling.ts";
import type { Claim, Court } from "./survey.ts";

export interface RefusedRespelling extends Claim {
  readonly spelling: string;
  /** What the judge said instead. */
  readonly verdict: string;
  readonly message: string;
}

export interface RespellingFigures {
  /** Claims that were written otherwise. */
  readonly claims: number;
  readonly made: number;
  readonly kinds: readonly {
    readonly spelling: string;
    readonly says: string;
    readonly made: number;
    readonly refused: number;
  }[];
  readonly refused: readonly RefusedRespelling[];
}

/** What is judged is the tree: where it is the same but for brackets that only group, so is the verdict. */
function isReadAlike(typed: TypedEquation, { typed: other, diagnostics }: Checked): boolean {
  return diagnostics.length === 0 && treeOf(typed) === treeOf(other);
}

const treeOf = ({ equation }: TypedEquation): string =>
  JSON.stringify([equation.chains, equation.conditions], (name, value: unknown) =>
    UNREAD.has(name) ? undefined : inside(value),
  );

const UNREAD = new Set(["span", "shape", "ranges"]);

const inside = (value: unknown): unknown =>
  typeof value === "object" && value !== null && (value as Node).kind === "group"
    ? inside((value as { of: unknown }).of)
    : value;

/** Writes every claim that holds in every other way, and judges each: all must hold. */
export function surveyRespellings(
  claims: readonly Claim[],
  court: Court,
  kinds: readonly Spelling[] = spellings,
): RespellingFigures {
  const made = new Map(kinds.map(({ name }) => [name, 0]));
  const refused: RefusedRespelling[] = [];
  const seen = new Set<string>();
  for (const { id, model, tex } of claims) {
    const judge = court.judgeOf(model);
    const { typed } = check(tex, court.modelOf(model));
    for (const { spelling, tex: other } of respellingsOf(typed.equation, typed.model, kinds)) {
      const key = `${model} ${other}`;
      if (seen.has(key)) continue;
      seen.add(key);
      made.set(spelling, (made.get(spelling) ?? 0) + 1);
      if (isReadAlike(typed, check(other, typed.model))) continue;
      const { verdict, message } = judge.judge(other, { shrink: false });
      if (verdict !== "holds") refused.push({ id, model, tex: other, spelling, verdict, message });
    }
  }
  return {
    claims: claims.length,
    made: [...made.values()].reduce((sum, one) => sum + one, 0),
    kinds: kinds.map(({ name, says }) => ({
      spelling: name,
      says,
      made: made.get(name) ?? 0,
      refused: refused.filter((one) => one.spelling === name).length,
    })),
    refused,
  };
}
