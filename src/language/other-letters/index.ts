import { Budget } from "../budget.ts";
import type { Model } from "../model.ts";
import { parse } from "../parser/index.ts";
import { applyEdits, editsOf } from "../typed-input/edits.ts";
import { Line } from "../typed-input/pieces.ts";
import { readTyped } from "../typed-input/index.ts";
import { addLayer, rewriteLabels } from "./labels.ts";
import { renameLetters } from "./letters.ts";
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
  const renamed = rewrite(marked, (line) => renameLetters(line, model));
  const labelled = rewrite(renamed, (line) => rewriteLabels(line, model));
  const base = readTyped(labelled, model, budget).tex;
  const choices: ((tex: string) => string[])[] = [
    (tex) => [
      tex,
      ...["\\odot", "\\cdot"].map((mark) => rewrite(tex, (line) => rewriteProducts(line, mark))),
    ],
    (tex) => [
      tex,
      ...["k", "L"].map((layer) => rewrite(tex, (line) => addLayer(line, model, layer))),
    ],
    (tex) => [tex, mended(tex, model, budget)],
    (tex) => [tex, shiftParameters(tex, model, budget)],
    (tex) => [tex, ...activation(source, tex)],
  ];
  const all = choices.reduce((list, choose) => [...new Set(list.flatMap(choose))], [base]);
  return budget.isSpent ? [] : all.filter((tex) => tex !== source);
}

/** Everything that the parser proposes, put in at once. */
function mended(tex: string, model: Model, budget: Budget): string {
  const { diagnostics } = parse(tex, model, budget);
  const edits = diagnostics.flatMap(({ proposals = [] }) =>
    proposals[0] ? [proposals[0].tex] : [],
  );
  // From the last to the first, so that the places of the others stay.
  return edits.reduceRight((text, proposed) => merge(tex, proposed, text), tex);
}

/** Puts the one edit that leads from `tex` to `proposed` into `text`, which differs from `tex` only after it. */
function merge(tex: string, proposed: string, text: string): string {
  let start = 0;
  while (start < proposed.length && tex[start] === proposed[start]) start += 1;
  let rest = 0;
  const most = Math.min(tex.length, proposed.length) - start;
  while (rest < most && tex[tex.length - 1 - rest] === proposed[proposed.length - 1 - rest])
    rest += 1;
  const end = tex.length - rest;
  return text.slice(0, start) + proposed.slice(start, proposed.length - rest) + text.slice(end);
}

/** σ is the sigmoid in most courses: what holds for it alone is stated for it. */
function activation(source: string, tex: string): string[] {
  return /\\sigma|sigmoid|σ/.test(source) ? [`${tex}, g = sigmoid`] : [];
}
