import type { Judge, Judgement } from "../engine/index.ts";
import type { Model, TypedEquation } from "../language/index.ts";
import { check } from "../language/index.ts";
import { edits } from "./edits/index.ts";
import { excuse, readRule, saysTheSame, type Rule, type RuleData } from "./equivalence/rules.ts";
import { mutantsOf } from "./mutate.ts";

/** A claim that holds, of which mutants are made. */
export interface Claim {
  readonly id: string;
  readonly tex: string;
  readonly model: string;
}

/** What becomes of a mutant. `same`: arithmetic alone says that it is no other equation. */
export type Fate =
  "killed by shape" | "killed by numbers" | "cannot tell" | "equivalent" | "same" | "survived";

export interface MutantFound extends Claim {
  readonly edit: string;
  /** What the judge said of it. */
  readonly message: string;
}

export interface EditFigures {
  readonly edit: string;
  readonly says: string;
  readonly fates: Readonly<Record<Fate, number>>;
}

export interface RuleFigures extends RuleData {
  /** How many mutants it excused. */
  readonly excused: number;
  /** Models for which it is listed and where no mutant needs it. */
  readonly unused: readonly string[];
}

export interface MutantFigures {
  /** Claims of which mutants were made. */
  readonly claims: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly kinds: readonly EditFigures[];
  /** Of those killed by shape: how many with which code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Of those killed by numbers: how many at a distance of 1, 0.1, 0.01 … of the size; the last: none told. */
  readonly distances: readonly number[];
  readonly rules: readonly RuleFigures[];
  /** Rules that do not hold, in sentences. */
  readonly brokenRules: readonly string[];
  readonly survivors: readonly MutantFound[];
  readonly untold: readonly MutantFound[];
}

/** Where the mutants are judged: by the judge of the book, or in a test by one that is blind. */
export interface Court {
  modelOf(name: string): Model;
  judgeOf(name: string): Pick<Judge, "judge">;
}

const DECADES = 7;

const noFates = (): Record<Fate, number> => ({
  "killed by shape": 0,
  "killed by numbers": 0,
  "cannot tell": 0,
  equivalent: 0,
  same: 0,
  survived: 0,
});

/** Makes every one-edit mutant of every claim and judges each once. */
export function surveyMutants(
  claims: readonly Claim[],
  rules: readonly RuleData[],
  court: Court,
): MutantFigures {
  const total = noFates();
  const byEdit = new Map(edits.map(({ name }) => [name, noFates()]));
  const codes: Record<string, number> = {};
  const distances = Array.from({ length: DECADES + 1 }, () => 0);
  const excused = new Map<string, number>();
  const { standing, broken } = readRules(rules, court);
  const survivors: MutantFound[] = [];
  const untold: MutantFound[] = [];
  const seen = new Set(claims.map(({ model, tex }) => `${model} ${tex}`));
  for (const claim of claims) {
    const judge = court.judgeOf(claim.model);
    const { typed } = check(claim.tex, court.modelOf(claim.model));
    for (const { edit, tex } of mutantsOf(typed.equation, typed.model)) {
      const key = `${claim.model} ${tex}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const judgement = judge.judge(tex, { shrink: false });
      const rule = excuseOf(typed, judgement, standing.get(claim.model) ?? [], judge);
      const fate = fateOf(typed, judgement, rule);
      total[fate] += 1;
      (byEdit.get(edit) as Record<Fate, number>)[fate] += 1;
      const found = { id: claim.id, model: claim.model, tex, edit, message: judgement.message };
      if (fate === "survived") survivors.push(found);
      if (fate === "cannot tell") untold.push(found);
      if (fate === "killed by shape") {
        const code = judgement.code ?? judgement.verdict;
        codes[code] = (codes[code] ?? 0) + 1;
      }
      if (fate === "killed by numbers") (distances[decadeOf(judgement)] as number) += 1;
      if (rule) {
        const use = `${rule.data.id} ${claim.model}`;
        excused.set(use, (excused.get(use) ?? 0) + 1);
      }
    }
  }
  const kinds = edits.map(({ name, says }) => ({
    edit: name,
    says,
    fates: byEdit.get(name) ?? noFates(),
  }));
  return {
    claims: claims.length,
    fates: total,
    kinds,
    codes,
    distances,
    rules: rules.map((rule) => usesOf(rule, excused)),
    brokenRules: broken,
    survivors,
    untold,
  };
}

function usesOf(rule: RuleData, excused: ReadonlyMap<string, number>): RuleFigures {
  const uses = rule.models.map((model) => ({
    model,
    count: excused.get(`${rule.id} ${model}`) ?? 0,
  }));
  return {
    ...rule,
    excused: uses.reduce((sum, { count }) => sum + count, 0),
    unused: uses.filter(({ count }) => count === 0).map(({ model }) => model),
  };
}

/** The rules by model. One that does not hold there excuses nothing and is told. */
function readRules(
  rules: readonly RuleData[],
  court: Court,
): { standing: ReadonlyMap<string, readonly Rule[]>; broken: string[] } {
  const standing = new Map<string, Rule[]>();
  const broken: string[] = [];
  for (const data of rules) {
    for (const name of data.models) {
      const { verdict, message } = court.judgeOf(name).judge(data.tex, { shrink: false });
      if (verdict === "holds") {
        const list = standing.get(name) ?? [];
        standing.set(name, [...list, readRule(data, court.modelOf(name))]);
      } else {
        broken.push(`The rule ${data.id} does not hold in ${name} (${verdict}): ${message}`);
      }
    }
  }
  return { standing, broken };
}

function excuseOf(
  original: TypedEquation,
  { verdict, typed }: Judgement,
  rules: readonly Rule[],
  judge: Pick<Judge, "judge">,
): Rule | undefined {
  if (verdict !== "holds" || saysTheSame(original, typed)) return undefined;
  const holds = (tex: string): boolean => judge.judge(tex, { shrink: false }).verdict === "holds";
  return excuse(original, typed, rules, holds);
}

function fateOf(
  original: TypedEquation,
  { verdict, code, typed }: Judgement,
  rule: Rule | undefined,
): Fate {
  // What was too much work was not judged.
  if (verdict === "cannot tell" || code === "limit") return "cannot tell";
  if (verdict === "fails") return "killed by numbers";
  if (verdict !== "holds") return "killed by shape";
  if (rule) return "equivalent";
  return saysTheSame(original, typed) ? "same" : "survived";
}

/** 0 for a distance as large as the numbers, 1 for a tenth of them …; an order that is missed has none. */
function decadeOf({ worst }: Judgement): number {
  if (worst === null || !(worst > 0)) return DECADES;
  return Math.min(DECADES - 1, Math.max(0, Math.floor(-Math.log10(worst))));
}
