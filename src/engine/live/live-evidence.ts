import { definitionsOf, isOutcome } from "../../language/index.ts";
import { compile } from "../compile/compile.ts";
import type { Rate } from "../compile/program.ts";
import { everyIndex, matchLabels } from "../compile/quantities.ts";
import type { DerivativeVerdict, DifferenceEvidence } from "../evidence/index.ts";
import { centralDifference, finiteDifference, judgeDerivative } from "../evidence/index.ts";
import { Intervention } from "../tape/index.ts";
import type { LiveEquation } from "./live-equation.ts";
import type { LiveProgram } from "./live-program.ts";
import type { QuantityName } from "./names.ts";
import { namesOf } from "./names.ts";

/** One derivative of an equation beside its finite difference, both as they are now. */
export interface EvidenceNow extends DifferenceEvidence {
  readonly analytic: number;
  readonly verdict: DerivativeVerdict;
  /** The output does not depend on the input at all: the rate is 0 and nothing need be measured. */
  readonly isNotDownstream: boolean;
}

/**
 * A derivative that an equation speaks of, on the present numbers. The two values cost little and follow
 * every frame; the error bar costs a dozen times as much.
 */
export interface LiveEvidence {
  readonly of: QuantityName;
  readonly by: QuantityName;
  readonly analytic: () => number;
  readonly estimate: () => number;
  readonly now: () => EvidenceNow;
}

/**
 * Every ∂, ∇ and δ of an equation, each once. The analytic value is the adjoint on the tape; the finite
 * difference sets the quantity to nearby values and computes anew what lies downstream.
 */
export function evidenceOf(equation: LiveEquation): LiveEvidence[] {
  const { program } = equation;
  if (equation.places.length === 0) return [];
  program.restart();
  const met = new Set(equation.places.flatMap((place) => place.met));
  const written = equation.places.flatMap((place) => place.rates);
  const rates = [...written, ...outcomeRates(program, met)];
  const names = namesOf(program);
  const found = new Map<string, LiveEvidence>();
  for (const rate of rates) {
    const of = names.get(rate.output);
    const by = names.get(rate.input);
    const key = `${rate.output}/${rate.input}`;
    if (of && by && !found.has(key)) found.set(key, { of, by, ...measure(program, rate) });
  }
  // In an order of their own: which was compiled first depends on what else the page shows.
  return [...found.values()].sort((one, other) => compare(sortKey(one), sortKey(other)));
}

const sortKey = ({ of, by }: LiveEvidence): string =>
  [by, of].map(({ symbol, labels, indices }) => [symbol, ...labels, ...indices].join(" ")).join();

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The derivatives behind the entries of δ, and of whatever else is defined by a ∂, among the slots. */
function outcomeRates(program: LiveProgram, met: ReadonlySet<number>): Rate[] {
  const { model } = program;
  return [...program.blocks].flatMap(([key, block]) => {
    const [name = "", labelText] = key.split("|");
    const declaration = model.symbols.get(name);
    const [definition] = definitionsOf(model, name, false);
    if (!declaration || !definition || !isOutcome(model, name)) return [];
    const labels = labelText ? labelText.split(",").map(Number) : [];
    const letters = matchLabels(program, definition.target, labels);
    if (!letters) return [];
    const names = definition.target.indices.map((index) => index.terms[0]?.key ?? "");
    const sizes = names.length === 2 ? [block.rows, block.columns] : [block.slots.length];
    const entries = names.length === 0 ? [[]] : everyIndex(sizes);
    return entries.flatMap((values, at) => {
      if (!met.has(block.slots[at] ?? -1)) return [];
      const here = new Map([
        ...letters,
        ...names.map((one, axis) => [one, values[axis]!] as const),
      ]);
      return program.record(() => compile(program, definition.body, here)).rates;
    });
  });
}

function measure(
  program: LiveProgram,
  { output, input, slot }: Rate,
): Pick<LiveEvidence, "analytic" | "estimate" | "now"> {
  const { tape } = program;
  const isNotDownstream = tape.constantValue(slot) === 0;
  let intervention: Intervention | undefined;
  const ready = (): Intervention => (intervention ??= new Intervention(tape, [input], [output]));
  const outputAt = (x: number): number => ready().at([x])[0]!;
  return {
    analytic: () => tape.value(slot),
    estimate: () => centralDifference(outputAt, tape.value(input)),
    now: () => {
      const analytic = tape.value(slot);
      const evidence = finiteDifference(outputAt, tape.value(input), (x) => ready().sidesAt([x]));
      const verdict = isNotDownstream ? "agree" : judgeDerivative(analytic, evidence);
      return { ...evidence, analytic, verdict, isNotDownstream };
    },
  };
}
