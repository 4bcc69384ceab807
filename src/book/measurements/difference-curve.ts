import { compile, drawNetwork, Program, UNCONSTRAINED } from "../../engine/index.ts";
import { check } from "../../language/index.ts";
import { loadModel } from "../models.ts";

/** One step of a finite difference and how far each kind is from the derivative, relative to it. */
export interface DifferencePoint {
  readonly step: number;
  readonly forward: number;
  readonly central: number;
}

export interface DifferenceCurve {
  /** What is differentiated, as LaTeX. */
  readonly tex: string;
  /** The derivative by reverse mode. */
  readonly derivative: number;
  readonly points: readonly DifferencePoint[];
}

const ERROR = "E";
const WEIGHT = "\\theta_{1,1}^{(1)}";
const LARGEST = 1;
const SMALLEST = 46;

/** The error of finite differences for steps 2⁻¹ … 2⁻⁴⁶, on the first network that the judge draws. */
export function differenceCurve(): DifferenceCurve {
  const model = loadModel("feedforward");
  const program = new Program(model, drawNetwork(model, UNCONSTRAINED, "curve", 0));
  const slotOf = (tex: string) => compile(program, sideOf(tex), new Map()).slots[0]!;
  const tex = `\\frac{\\partial ${ERROR}}{\\partial ${WEIGHT}}`;
  const [error, weight, derivative] = [slotOf(ERROR), slotOf(WEIGHT), slotOf(tex)];
  const { tape } = program;
  const [start, exact] = [tape.value(weight), tape.value(derivative)];
  const errorAt = (value: number): number => {
    tape.write(weight, value);
    tape.run();
    return tape.value(error);
  };
  const here = errorAt(start);
  const points = Array.from({ length: SMALLEST - LARGEST + 1 }, (_, at) => {
    const step = 2 ** -(at + LARGEST);
    const [above, below] = [errorAt(start + step), errorAt(start - step)];
    return {
      step,
      forward: Math.abs((above - here) / step / exact - 1),
      central: Math.abs((above - below) / (2 * step) / exact - 1),
    };
  });
  return { tex, derivative: exact, points };

  function sideOf(source: string) {
    const { typed, diagnostics } = check(source, model);
    const side = typed.claims[0]?.sides[0];
    if (!side || diagnostics.length > 0) throw new Error(`${source} is not understood.`);
    return side;
  }
}
