import {
  compile,
  drawNetwork,
  Program,
  UNCONSTRAINED,
  type Constraints,
  type Slot,
} from "../../../engine/index.ts";
import { check, isOutcome, type Model } from "../../../language/index.ts";

/** One member of a quantity, such as θ⁽²⁾, with its slots on the tape. */
export interface Tensor {
  readonly name: string;
  readonly slots: readonly Slot[];
}

/** A network with its error and every quantity that the error can be differentiated by. */
export interface Differentiable {
  readonly program: Program;
  readonly error: Slot;
  readonly tensors: readonly Tensor[];
}

/** The quantity of a model that is differentiated: the error, by the name E. */
export const ERROR = "E";

/** Whether E is one number as it stands: not where there is none, or where it asks for its argument. */
export const hasError = (model: Model): boolean =>
  model.symbols.get(ERROR)?.shape.length === 0 && check(ERROR, model).diagnostics.length === 0;

/** The network number `at` of a seed, as the judge would draw it, with its error. */
export function differentiable(
  model: Model,
  seed: string,
  at: number,
  constraints: Constraints = UNCONSTRAINED,
): Differentiable {
  return onProgram(new Program(model, drawNetwork(model, constraints, seed, at)));
}

/** The same on a program that exists. */
export function onProgram(program: Program): Differentiable {
  const { model } = program;
  const { typed, diagnostics } = check(ERROR, model);
  const side = typed.claims[0]?.sides[0];
  if (!side || diagnostics.length > 0) throw new Error(`${model.name} has no error ${ERROR}.`);
  const error = compile(program, side, new Map()).slots[0] as Slot;
  const blocks = new Map([...program.inputs, ...program.blocks]);
  const tensors = [...blocks].flatMap(([name, { slots }]) => {
    const symbol = model.symbols.get(name.split("|")[0] ?? "");
    const isMovable = symbol && !symbol.packs && !isOutcome(model, symbol.name);
    return isMovable && !slots.includes(error) ? [{ name, slots }] : [];
  });
  return { program, error, tensors };
}
