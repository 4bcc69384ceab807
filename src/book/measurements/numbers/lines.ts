import type { NumberFigures } from "./figures.ts";

const power = (x: number): string => x.toExponential(1);
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;
const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
const most = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  Math.max(...rows.map(of));

/** The figures for a terminal. */
export function linesOf({
  selfCheck,
  reference,
  floors,
  bars: { normal, hiding },
  resolution,
  formulas,
  publications,
}: NumberFigures): string[] {
  const shares = hiding.map(({ family, cannotTell }) => `${family} ${percent(cannotTell)}`);
  const worstFormula = most(formulas, ({ ours }) => ours);
  return [
    `the reference (60 digits, no derivative rule): within ${power(most(selfCheck.published, ({ error }) => error))} of published digits, ` +
      `two steps within ${power(selfCheck.betweenSteps)} of each other`,
    `reverse mode against it: worst ${power(most(reference, ({ reverse }) => reverse))} of its tensor, ` +
      `forward mode ${power(most(reference, ({ forward }) => forward))}, ` +
      `over ${total(reference, ({ tensors }) => tensors)} tensors with ${total(reference, ({ entries }) => entries)} entries of ${reference.length} models`,
    ...floors.map(
      ({ scheme, bits, theory, median, step }) =>
        `${scheme} difference in ${bits} bits at the step ${power(step)}: median error ${power(median)}, theory ${power(theory)}`,
    ),
    `error bars on ${total(normal, ({ entries }) => entries)} entries: at most ${most(normal, (row) => row.most).toFixed(2)} bars off, ` +
      `99 of 100 within ${most(normal, ({ p99 }) => p99).toFixed(2)}, right ones called wrong: ${total([...normal, ...hiding], ({ disagree }) => disagree)}`,
    `left open ("cannot tell"): ${percent(most(normal, ({ cannotTell }) => cannotTell))} at most on ordinary networks, ${shares.join(", ")}`,
    `verdicts where a difference is blind, as they must be: ${resolution.length} rows`,
    `formulas of the engine: relative error at most ${power(worstFormula)}, where the textbook's lose every digit`,
    `published examples: ${total(publications, ({ rows }) => rows)} expressions of ${publications.length} publications, ` +
      `${total(publications, ({ values }) => values)} numbers within ${power(most(publications, ({ worst }) => worst))}; ` +
      `wrong in print: ${total(publications, ({ misprints }) => misprints.length)}`,
  ];
}
