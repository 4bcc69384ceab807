import type { Budget, Diagnostic, TypedInput } from "../../language/index.ts";
import { check, printNode, readTyped, sourceSpan, suppose } from "../../language/index.ts";
import type { Judge, JudgeOptions } from "./judge.ts";

/** What a judgement was asked, with the budget that everything after it shares. */
export type Options = JudgeOptions & { readonly budget: Budget };

/** Re-spellings of a whole input that are judged; most are refused before. */
const MAX_RUNS = 6;

/** What is told of an input in clumsy spelling: its spelling, and what is wrong when that is mended. */
export function diagnosticsOfTyped(
  judge: Judge,
  typed: TypedInput,
  plain: readonly Diagnostic[],
  options: Options,
): readonly Diagnostic[] {
  if (typed.notes.length === 0) return plain;
  const { diagnostics } = judge.judge(typed.tex, { ...options, shrink: false });
  if (options.budget.isSpent) return plain;
  const rest = diagnostics.map(({ code, message, span, related }): Diagnostic => ({
    code,
    message,
    span: sourceSpan(typed.edits, span),
    ...(related ? { related: related.map((one) => sourceSpan(typed.edits, one)) } : {}),
  }));
  return [...typed.notes, ...rest];
}

/** The whole input in house spelling, where that was run and holds. */
export function wholeHint(judge: Judge, source: string, options: Options): string | undefined {
  const { budget, conditions = [] } = options;
  const { tex } = readTyped(source, judge.model, budget);
  const respelled = [...new Set([tex, ...suppose(source, judge.model, budget)])];
  const understood = respelled.filter((one) => {
    if (one === source) return false;
    const { typed, diagnostics } = check(one, judge.model, conditions, budget);
    const says = typed.claims.flatMap(({ sides }) => sides.map(printNode));
    // That a thing equals itself is true of any letters.
    return diagnostics.length === 0 && new Set(says).size === says.length;
  });
  const holds = (one: string): boolean =>
    judge.judge(one, { ...options, shrink: false }).verdict === "holds";
  return understood.slice(0, MAX_RUNS).find(holds)?.replace(/\s+/g, " ").trim();
}
