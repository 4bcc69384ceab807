import {
  Absent,
  compile,
  Judge,
  judgeWithHints,
  type Program,
  Stop,
  type Judgement,
} from "../engine/index.ts";
import {
  check,
  findOperation,
  packEquation,
  parse,
  printCondition,
  tokenize,
  type Condition,
  type Diagnostic,
  type Model,
} from "../language/index.ts";
import { caseProgram, defaultCase, readCase } from "./cases.ts";
import type { EquationSource, ExecutedEquation, Problem } from "./equations.ts";
import { describeHolding } from "./margin.ts";
import { loadModel, ModelError } from "./models.ts";
import { printBlock } from "./numbers.ts";
import { describeOnPocketNet } from "./reader-network.ts";
import { workedNumbers } from "./worked-numbers.ts";

const DEFAULT_MODEL = "feedforward";
const judges = new Map<string, Judge>();

/** Runs one formula of a chapter: a claim is judged, a formula in a sentence parsed, a value computed. */
export function execute(source: EquationSource): ExecutedEquation {
  const whole = [0, source.tex.length] as const;
  try {
    const model = loadModel(source.meta.model ?? DEFAULT_MODEL);
    if (source.kind === "inline") return executeInline(source, model);
    return source.kind === "value" ? executeValue(source, model) : executeDisplay(source, model);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { annotated: source.tex, problems: [{ sentence: error.message, span: whole }] };
  }
}

/** A name that is only mentioned, such as `g` or `z`, needs no argument and no layer. */
function executeInline({ tex }: EquationSource, model: Model): ExecutedEquation {
  const { diagnostics } = parse(tex, model);
  const problems = isMention(tex, model) ? [] : diagnostics.map(problemOf);
  return { annotated: tex, problems };
}

const MENTIONED_MARKS = new Set([
  "\\partial",
  "\\nabla",
  "\\odot",
  "\\sum",
  "\\prod",
  "T",
  "\\top",
]);

function isMention(tex: string, model: Model): boolean {
  const visible = tokenize(tex).tokens.filter(({ kind, text }) => kind !== "end" && text !== "'");
  const [only] = visible;
  if (visible.length !== 1 || !only) return false;
  const { text } = only;
  return (
    MENTIONED_MARKS.has(text) ||
    model.functions.has(text) ||
    model.symbols.has(text) ||
    text in model.judge.widths ||
    findOperation(text.slice(1)) !== undefined
  );
}

function executeValue(source: EquationSource, model: Model): ExecutedEquation {
  const { tex, meta } = source;
  const program = caseProgram(meta.net ?? "pocket", meta.model);
  const { typed, diagnostics } = check(tex, model, sizesOf(program));
  if (diagnostics.length > 0) return { annotated: tex, problems: diagnostics.map(problemOf) };
  const side = typed.claims[0]?.sides[0];
  const single = typed.claims.length === 1 && typed.claims[0]?.sides.length === 1;
  if (!side || !single || typed.claims[0]?.free.length !== 0) {
    const sentence = "A value is one expression without a relation and without a free index.";
    return { annotated: tex, problems: [{ sentence, span: [0, tex.length] }] };
  }
  try {
    program.restart();
    const digits = Number(meta.digits ?? 4);
    return {
      annotated: tex,
      problems: [],
      text: printBlock(program, compile(program, side, new Map()), digits),
    };
  } catch (error) {
    if (!(error instanceof Stop) && !(error instanceof Absent)) throw error;
    return { annotated: tex, problems: [{ sentence: error.message, span: [0, tex.length] }] };
  }
}

/** On a concrete network L is a number: there a^{(3)} and y have one length. */
const sizesOf = ({ network }: Program): Condition[] =>
  Object.entries(network.counts).map(([name, value]) => ({
    kind: "count",
    name,
    value,
    span: { start: 0, end: 0 },
  }));

function executeDisplay(source: EquationSource, model: Model): ExecutedEquation {
  const { tex, meta } = source;
  if (meta["display-only"] !== undefined) {
    const verdictText = `not executed: ${meta["display-only"]}`;
    return { annotated: tex, problems: [], verdict: "display only", verdictText };
  }
  const conditions = conditionsOf(meta, model);
  const judge = judges.get(model.name) ?? new Judge(model);
  judges.set(model.name, judge);
  const judgement = judgeWithHints(judge, tex, { conditions });
  const problems = problemsOf(judgement);
  const data = { model: model.name, equation: packEquation(judgement.typed) };
  const executed: ExecutedEquation = {
    annotated: tex,
    problems,
    conditions: conditions.map(printCondition),
    data,
  };
  if (problems.length > 0) return executed;
  const net = defaultCase(model.name);
  const openedHtml = net
    ? workedNumbers(caseProgram(net, model.name), judgement.typed, readCase(net).title)
    : "";
  const here = describeOnPocketNet({
    key: source.id ?? "",
    name: meta.name,
    model: model.name,
    typed: judgement.typed,
  });
  if (judgement.verdict === "value") return { ...executed, openedHtml, here };
  return {
    ...executed,
    here,
    verdict: "holds",
    verdictText: describeHolding(judgement),
    openedHtml,
  };
}

/** Conditions in the meta of a block hold as if they stood in the equation. */
function conditionsOf(meta: EquationSource["meta"], model: Model): Condition[] {
  const span = { start: 0, end: 0 };
  const conditions: Condition[] = [];
  if (meta.L !== undefined)
    conditions.push({ kind: "count", name: "L", value: Number(meta.L), span });
  if (meta.g !== undefined) {
    const declared = model.functions.get("g");
    if (declared?.kind !== "choices" || !declared.choices.includes(meta.g)) {
      throw new ModelError(`${meta.g} is not one of the functions that g can be.`);
    }
    conditions.push({ kind: "function", name: "g", choice: meta.g, span });
  }
  return conditions;
}

function problemOf({ message, span, hint }: Diagnostic): Problem {
  return {
    sentence: message,
    span: [span.start, span.end],
    ...(hint ? { notes: [`did you mean ${hint}?`] } : {}),
  };
}

function problemsOf(judgement: Judgement): Problem[] {
  const { verdict, diagnostics, message, span, counterexample, hint, typed } = judgement;
  if (verdict === "holds" || verdict === "value") return [];
  if (verdict === "not understood") return diagnostics.map(problemOf);
  const { start, end } = span ?? { start: 0, end: typed.equation.source.length };
  const notes = counterexample
    ? [
        `smallest network found: ${[counterexample.sizes.join("-"), counterexample.g && `g = ${counterexample.g}`].filter(Boolean).join(", ")}`,
        `its numbers: ${JSON.stringify(counterexample.given)}`,
      ]
    : [];
  const sentence =
    verdict === "fails"
      ? `This is false. ${message}`
      : `It cannot be told whether this holds. ${message}`;
  const meant = hint ? [`did you mean ${hint}?`] : [];
  return [{ sentence, span: [start, end], notes: [...meant, ...notes] }];
}
