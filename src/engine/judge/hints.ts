import type { Diagnostic, Node, Proposal, Span, SymbolNode } from "../../language/index.ts";
import {
  Budget,
  childrenOf,
  parse,
  plus,
  printSymbol,
  readTyped,
  replaceSpan,
  whole,
} from "../../language/index.ts";
import type { Judge, JudgeOptions } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import { diagnosticsOfTyped, wholeHint } from "./typed-hints.ts";

/** Edits tried for one refusal. */
const MAX_EDITS = 40;

/**
 * Judges, and adds to a refusal the hint whose edit was run and holds. An edit that is merely plausible
 * is not offered.
 */
export function judgeWithHints(judge: Judge, source: string, asked: JudgeOptions = {}): Judgement {
  // The edits share what the judgement left of its budget.
  const options = { ...asked, budget: asked.budget ?? new Budget() };
  const judgement = judge.judge(source, options);
  if (judgement.verdict !== "not understood") return judgement;
  const [marked] = judgement.diagnostics;
  if (!marked || marked.code === "limit") return judgement;
  const typed = readTyped(source, judge.model, options.budget);
  const [first = marked, ...rest] = diagnosticsOfTyped(
    judge,
    typed,
    judgement.diagnostics,
    options,
  );
  const formula = (): string | undefined => wholeHint(judge, source, options);
  const piece = (): string | undefined => firstThatHolds(judge, source, marked, options)?.say;
  // Where the spelling is at fault in several places, one piece of it is not what was meant.
  const hint = typed.notes.length > 0 ? (formula() ?? piece()) : (piece() ?? formula());
  return {
    ...judgement,
    ...{ code: first.code, message: first.message, span: first.span },
    diagnostics: [hint === undefined ? first : { ...first, hint }, ...rest],
  };
}

function firstThatHolds(
  judge: Judge,
  source: string,
  diagnostic: Diagnostic,
  options: JudgeOptions,
): Proposal | undefined {
  const edits = [...(diagnostic.proposals ?? []), ...editsNear(judge, source, diagnostic)];
  const holds = (tex: string): boolean =>
    judge.judge(tex, { ...options, shrink: false }).verdict === "holds";
  return edits.slice(0, MAX_EDITS).find(({ tex }) => holds(tex));
}

/** One-edit changes of the symbols inside the span: a transpose more or less, a layer up or down, indices swapped. */
function editsNear(judge: Judge, source: string, { span, related = [] }: Diagnostic): Proposal[] {
  const { equation } = parse(source, judge.model);
  const meets = (node: Node, { start, end }: Span): boolean =>
    node.span.start < end && node.span.end > start;
  const near = (node: Node): boolean => [span, ...related].some((one) => meets(node, one));
  // What is marked is mended first; only then what it is compared with.
  const edits: Proposal[] = [];
  const others: Proposal[] = [];
  const offer = (node: Node, text: string): void => {
    const edit = { tex: replaceSpan(source, node.span, text), say: text };
    (meets(node, span) ? edits : others).push(edit);
  };
  const visit = (node: Node): void => {
    if (node.kind === "symbol" && near(node)) editSymbol(node, source, offer);
    if (node.kind === "transpose" && near(node))
      offer(node, source.slice(node.of.span.start, node.of.span.end));
    childrenOf(node).forEach(visit);
  };
  equation.chains.flatMap(({ sides }) => sides).forEach(visit);
  return [...edits, ...others];
}

function editSymbol(
  node: SymbolNode,
  source: string,
  offer: (node: Node, text: string) => void,
): void {
  const written = source.slice(node.span.start, node.span.end);
  if (node.indices.length === 0) offer(node, `(${written})^T`);
  const at = node.layerAt;
  const layer = at === undefined ? null : node.labels[at];
  if (layer && at !== undefined) {
    for (const shift of [1, -1]) {
      const labels = node.labels.map((label, position) =>
        position === at ? plus(layer, whole(shift)) : label,
      );
      offer(node, printSymbol({ ...node, labels }));
    }
  }
  if (node.indices.length === 2) {
    offer(node, printSymbol({ ...node, indices: [...node.indices].reverse() }));
  }
}
