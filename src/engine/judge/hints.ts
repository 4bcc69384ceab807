import type { Diagnostic, Node, Proposal, Span } from "../../language/index.ts";
import {
  Budget,
  childrenOf,
  freeLetters,
  parse,
  printNode,
  readTyped,
  replaceSpan,
} from "../../language/index.ts";
import { editsOf } from "./edits.ts";
import type { Judge, JudgeOptions } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import { diagnosticsOfTyped, wholeHint, type Options } from "./typed-hints.ts";

/** Edits tried for one equation. */
const MAX_EDITS = 60;

/**
 * Judges, and adds to what is refused or false the hint whose edit was run and holds. An edit that is merely
 * plausible is not offered.
 */
export function judgeWithHints(judge: Judge, source: string, asked: JudgeOptions = {}): Judgement {
  // The edits share what the judgement left of its budget.
  const options = { ...asked, budget: asked.budget ?? new Budget() };
  const judgement = judge.judge(source, options);
  if (judgement.verdict === "fails")
    return withHint(judgement, firstThatHolds(judge, editsNear(judge, source), options));
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
  const piece = (): string | undefined =>
    firstThatHolds(judge, marked.proposals ?? [], options) ??
    firstThatHolds(judge, editsNear(judge, source, marked), options);
  // Where the spelling is at fault in several places, one piece of it is not what was meant.
  const hint = typed.notes.length > 0 ? (formula() ?? piece()) : (piece() ?? formula());
  const told = hint === undefined ? first : { ...first, hint };
  const { code, message, span } = first;
  return withHint({ ...judgement, code, message, span, diagnostics: [told, ...rest] }, hint);
}

const withHint = (judgement: Judgement, hint: string | undefined): Judgement =>
  hint === undefined ? judgement : { ...judgement, hint };

function firstThatHolds(
  judge: Judge,
  edits: Iterable<Proposal>,
  options: Options,
): string | undefined {
  let tried = 0;
  for (const { tex, say } of edits) {
    if (holds(judge, tex, options)) return say;
    if ((tried += 1) >= MAX_EDITS || options.budget.isSpent) return undefined;
  }
  return undefined;
}

function holds(judge: Judge, tex: string, options: Options): boolean {
  if (saysNothing(judge, tex)) return false;
  return judge.judge(tex, { ...options, shrink: false }).verdict === "holds";
}

/** That a thing equals itself is true of any slip. */
function saysNothing(judge: Judge, tex: string): boolean {
  const sides = parse(tex, judge.model).equation.chains.map((chain) => chain.sides.map(printNode));
  return sides.some((texts) => new Set(texts).size < texts.length);
}

/**
 * One-edit changes of what is marked, then of what it is compared with. Where nothing is marked: of the later
 * sides, then of the first.
 */
function* editsNear(
  { model }: Judge,
  source: string,
  diagnostic?: Diagnostic,
): Generator<Proposal> {
  const { chains } = parse(source, model).equation;
  const sides = chains.flatMap((chain) => [...chain.sides.slice(1), ...chain.sides.slice(0, 1)]);
  const nodes = sides.flatMap(nodesOf);
  const bound = nodes.flatMap((node) => (node.kind === "reduce" ? node.names : []));
  const letters = new Set([...sides.flatMap((side) => [...freeLetters(side)]), ...bound]);
  for (const node of diagnostic ? nearest(nodes, diagnostic) : nodes) {
    for (const mended of editsOf(node, { model, letters })) {
      const say = printNode(mended);
      yield { tex: replaceSpan(source, node.span, say), say };
    }
  }
}

function nearest(nodes: readonly Node[], { span, related = [] }: Diagnostic): Node[] {
  const marked = nodes.filter((node) => meets(node, span));
  const others = nodes.filter((node) => related.some((one) => meets(node, one)));
  return [...new Set([...marked, ...others])];
}

const nodesOf = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(nodesOf)];

const meets = (node: Node, { start, end }: Span): boolean =>
  node.span.start < end && node.span.end > start;
