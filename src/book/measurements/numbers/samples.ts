import {
  adjoints,
  differenceOnTape,
  finiteDifference,
  fourthOrderDifference,
  Intervention,
  judgeDerivative,
  type DerivativeVerdict,
  type DifferenceEvidence,
} from "../../../engine/index.ts";
import { loadModel } from "../../models.ts";
import { differentiable, type Differentiable } from "./tensors.ts";

/** One derivative of a network: by reverse mode, and by differences. */
export interface Sample {
  readonly analytic: number;
  readonly central: number;
  readonly fourth: number;
  /** The error bar of the central difference, and what the evidence says. */
  readonly bar: number;
  readonly verdict: DerivativeVerdict;
  /** The error of a central difference with the best step, beside the floor of theory. */
  readonly rho: number;
}

/** A kind of network: its model, its activation, and what its weights are multiplied by. */
export interface Family {
  readonly name: string;
  readonly model: string;
  readonly g: string;
  readonly scale: number;
}

/** Nets on which differences are measured; all widths distinct. */
const WIDTHS = [6, 9, 8, 5];
/** Examples, where the model is a batch. */
const EXAMPLES = 3;
/** Draws of each family. */
export const SEEDS = 20;

/** A network of a family with its weights scaled. */
export function drawFamily({ model, g, scale }: Family, seed: number): Differentiable {
  const drawn = differentiable(loadModel(model), `numbers ${seed}`, 0, {
    counts: { L: WIDTHS.length, m: EXAMPLES },
    widths: { n: WIDTHS },
    choices: { g },
    given: new Map(),
  });
  const { tape, model: declared, inputs } = drawn.program;
  for (const [name, { slots }] of inputs) {
    if (scale === 1 || declared.symbols.get(name.split("|")[0] ?? "")?.role !== "parameter")
      continue;
    for (const slot of slots) tape.write(slot, scale * tape.value(slot));
  }
  tape.run();
  return drawn;
}

/** Every derivative of a network by its tensors, tensor by tensor. */
export function samplesOf({ program, error, tensors }: Differentiable): Sample[][] {
  const { tape } = program;
  const derivative = adjoints(tape, error);
  return tensors.map(({ slots }) =>
    slots.map((slot) => {
      const analytic = tape.value(derivative(slot));
      const evidence = differenceOnTape(tape, error, slot, finiteDifference);
      const fourth = differenceOnTape(tape, error, slot, fourthOrderDifference).estimate;
      const intervention = new Intervention(tape, [slot], [error]);
      const f = (x: number): number => intervention.at([x])[0] as number;
      return {
        ...{ analytic, central: evidence.estimate, fourth, bar: evidence.bar },
        verdict: judgeDerivative(analytic, evidence),
        rho: rhoOf(f, tape.value(slot), analytic, evidence),
      };
    }),
  );
}

/** Where the third derivative is 0 every step is good: the best one of theory would be infinite. */
const LONGEST_STEP = 0.1;

/**
 * |difference − derivative| at the best step h* = ∛(3n/M₃), over the floor M₃h²/6 + n/h of theory, with the
 * third derivative M₃ and the noise n that the error bar was made of.
 */
function rhoOf(
  f: (x: number) => number,
  x: number,
  truth: number,
  { bar, floor, step }: DifferenceEvidence,
): number {
  const third = (4 * (bar - floor)) / step ** 2;
  const noise = (floor * step) / 2;
  const best = Math.min(LONGEST_STEP * Math.max(1, Math.abs(x)), Math.cbrt((3 * noise) / third));
  const [left, right] = [x - best, x + best];
  const half = (right - left) / 2;
  const miss = Math.abs((f(right) - f(left)) / (right - left) - truth);
  return miss === 0 ? 0 : miss / ((third * half ** 2) / 6 + noise / half);
}
