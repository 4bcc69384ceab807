import { Budget } from "../budget.ts";
import type { Model } from "../model.ts";
import { parse } from "../parser/index.ts";
import { applyEdits, editsOf, type Edit } from "../typed-input/edits.ts";
import { Line } from "../typed-input/pieces.ts";
import { readTyped } from "../typed-input/index.ts";
import { addLayer, layerLetter, rewriteLabels } from "./labels.ts";
import { dropParameters, renameLetters } from "./letters.ts";
import { rewriteMarks, rewriteProducts } from "./marks.ts";
import { shiftParameters } from "./shift.ts";

/** Longer than an equation of any course; beyond it nothing is supposed, so that the work stays bounded. */
const MAX_LENGTH = 400;

/**
 * What a formula may mean in the letters of other courses, as house LaTeX: W for θ, σ for g, C for E, l for the
 * layer, ∘ for ⊙, layers in square brackets or left out, weights numbered by the layer that they enter. These are
 * guesses. They may be asked ("did you mean …?") where they were run and hold, and are never taken for granted.
 */
export function suppose(source: string, model: Model, budget = new Budget()): string[] {
  if (source.length > MAX_LENGTH) return [];
  const rewrite = (tex: string, rule: (line: Line) => void): string => {
    const line = new Line(tex, budget);
    rule(line);
    return applyEdits(tex, editsOf(line));
  };
  const marked = rewrite(readTyped(source, model, budget).tex, (line) => rewriteMarks(line, model));
  const named = rewrite(marked, (line) => renameLetters(line, model));
  const renamed = rewrite(named, (line) => dropParameters(line, model));
  const labelled = rewrite(renamed, (line) => rewriteLabels(line, model));
  const base = readTyped(labelled, model, budget).tex;
  const choices: ((tex: string) => string[])[] = [
    (tex) => [
      tex,
      ...["\\odot", "\\cdot"].map((mark) => rewrite(tex, (line) => rewriteProducts(line, mark))),
    ],
    (tex) => [
      tex,
      ...[layerLetter(model) ?? [], "L"]
        .flat()
        .map((layer) => rewrite(tex, (line) => addLayer(line, model, layer))),
    ],
    (tex) => [tex, mended(tex, model, budget)],
    (tex) => [tex, shiftParameters(tex, model, budget)],
    (tex) => stated(source, tex),
  ];
  const all = choices.reduce((list, choose) => [...new Set(list.flatMap(choose))], [base]);
  return budget.isSpent ? [] : all.filter((tex) => tex !== source);
}

/** Everything that the parser proposes, put in at once. */
function mended(tex: string, model: Model, budget: Budget): string {
  const edits = parse(tex, model, budget)
    .diagnostics.flatMap(({ proposals = [] }) => proposals.slice(0, 1))
    .map((proposal) => editTo(tex, proposal.tex))
    .sort((one, other) => one.span.start - other.span.start);
  const apart = edits.filter(({ span }, at) => span.start >= (edits[at - 1]?.span.end ?? 0));
  return applyEdits(tex, apart);
}

/** The one edit that leads from a text to another: what stands between their common ends. */
function editTo(tex: string, proposed: string): Edit {
  const most = Math.min(tex.length, proposed.length);
  let start = 0;
  while (start < most && tex[start] === proposed[start]) start += 1;
  let rest = 0;
  while (rest < most - start && tex.at(-1 - rest) === proposed.at(-1 - rest)) rest += 1;
  const text = proposed.slice(start, proposed.length - rest);
  return { span: { start, end: tex.length - rest }, text };
}

/** σ is the sigmoid in most courses, and tanh is itself: what holds for one function is stated for it. */
function stated(source: string, tex: string): string[] {
  if (/\\tanh|tanh\}/.test(source)) return [`${tex}, g = tanh`];
  if (/sigmoid\}/.test(source)) return [`${tex}, g = sigmoid`];
  return /\\sigma|σ/.test(source) ? [tex, `${tex}, g = sigmoid`] : [tex];
}
