import { findFunction, Tape } from "../../../engine/index.ts";
import { loadModel } from "../../models.ts";
import { Exact } from "./arithmetic.ts";
import { derivativeOf, inSixtyDigits } from "./interpreter.ts";
import { differentiable } from "./tensors.ts";

/** What vouches for the reference itself. */
export interface SelfCheck {
  /** The largest disagreement between two steps, beside the derivative, and over how many entries. */
  readonly betweenSteps: number;
  readonly entries: number;
  /** Slopes that are published constants: the error of the reference beside them. */
  readonly published: readonly { readonly slope: string; readonly error: number }[];
}

/** A step a hundred times as long: what is cut off grows ten thousand times, what is rounded shrinks. */
const OTHER_STEP = new Exact("1e-18");

/** tanh 1, OEIS A073744. */
const TANH_1 = new Exact("0.76159415595576488811945828260479359041276859725793655");

/** Each slope is known from a constant that is published to more than 40 digits. */
const PUBLISHED: readonly (readonly [name: string, at: number, slope: Exact])[] = [
  // e, OEIS A001113.
  ["exp", 1, new Exact("2.71828182845904523536028747135266249775724709369995957")],
  // cos 1, OEIS A049470.
  ["sin", 1, new Exact("0.54030230586813971740093660744297660373231042061792222")],
  // ½/√2, half of OEIS A010503.
  ["sqrt", 2, new Exact("0.70710678118654752440084436210484903928483593768847403").div(2)],
  ["tanh", 1, new Exact(1).minus(TANH_1.times(TANH_1))],
  // σ(2) = (1 + tanh 1)/2, and σ′ = σ(1 − σ); softplus′ = σ.
  ["sigmoid", 2, TANH_1.plus(1).times(new Exact(1).minus(TANH_1)).div(4)],
  ["softplus", 2, TANH_1.plus(1).div(2)],
  ["ln", 3, new Exact(1).div(3)],
];

export function measureSelfCheck(): SelfCheck {
  const published = PUBLISHED.map(([name, at, slope]) => {
    const tape = new Tape();
    const x = tape.input(at);
    const fn = findFunction(name);
    if (!fn) throw new Error(`there is no function ${name}`);
    const ours = derivativeOf(inSixtyDigits(tape, tape.apply(fn, 0, x)), x);
    return { slope: `${name}'(${at})`, error: relative(ours, slope) };
  });
  const { program, error, tensors } = differentiable(loadModel("feedforward"), "self-check", 0);
  const interpreter = inSixtyDigits(program.tape, error);
  const slots = tensors.flatMap((tensor) => tensor.slots).filter((slot) => interpreter.has(slot));
  const apart = slots.map((slot) => {
    const ours = derivativeOf(interpreter, slot);
    return relative(derivativeOf(interpreter, slot, OTHER_STEP), ours);
  });
  return { betweenSteps: Math.max(...apart), entries: slots.length, published };
}

const relative = (value: Exact, truth: Exact): number =>
  value.minus(truth).div(truth).abs().toNumber();
