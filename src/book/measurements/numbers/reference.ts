import { adjoints, Program, tangents, type Slot, type Tape } from "../../../engine/index.ts";
import type { Model } from "../../../language/index.ts";
import { caseNames, caseProgram } from "../../cases.ts";
import { loadModel, modelNames } from "../../models.ts";
import { distance, type Exact } from "./arithmetic.ts";
import { derivativeOf, inSixtyDigits } from "./interpreter.ts";
import { differentiable, ERROR, onProgram, type Differentiable, type Tensor } from "./tensors.ts";

/** How far both modes are from the reference on networks of one model. */
export interface ReferenceRow {
  readonly model: string;
  readonly networks: number;
  readonly tensors: number;
  readonly entries: number;
  /** The largest error of a tensor beside its largest entry: reverse mode, forward mode. */
  readonly reverse: number;
  readonly forward: number;
  /** The tensor that reverse mode got worst. */
  readonly worst: string;
}

/** Networks of each model: one each with tanh, sigmoid and softplus, where the model lets g be chosen. */
const NETWORKS = 3;

/** A tensor that is smaller than this, beside the largest of its network, is 0 but for rounding. */
const VANISHING = 1e-25;

/** Every model of the book that has an error, on random networks; and the networks with published numbers. */
export const measureReference = (): ReferenceRow[] => [
  ...modelNames()
    .map(loadModel)
    .filter((model) => model.symbols.get(ERROR)?.shape.length === 0)
    .map(referenceRow),
  rowOf(
    "content/cases",
    caseNames().map((name) => {
      const { model, network } = caseProgram(name);
      return onProgram(new Program(model, network));
    }),
  ),
];

/** Three networks of one model. */
export const referenceRow = (model: Model): ReferenceRow =>
  rowOf(
    model.name,
    Array.from({ length: NETWORKS }, (_, at) => differentiable(model, "reference", at)),
  );

function rowOf(model: string, networks: readonly Differentiable[]): ReferenceRow {
  const found = networks.flatMap(({ program, error, tensors }) =>
    errorsOf(program.tape, error, tensors),
  );
  const worst = found.reduce((one, other) => (other.reverse > one.reverse ? other : one));
  return {
    model,
    networks: networks.length,
    tensors: found.length,
    entries: found.reduce((total, { entries }) => total + entries, 0),
    reverse: worst.reverse,
    forward: Math.max(...found.map(({ forward }) => forward)),
    worst: worst.name,
  };
}

interface TensorError {
  readonly name: string;
  readonly entries: number;
  readonly reverse: number;
  readonly forward: number;
}

/** Both modes against the reference, for every tensor that a slot of the tape depends on. */
export function errorsOf(tape: Tape, error: Slot, tensors: readonly Tensor[]): TensorError[] {
  const interpreter = inSixtyDigits(tape, error);
  const derivative = adjoints(tape, error);
  const met = tensors.map(({ name, slots }) => ({
    name,
    slots: slots.filter((slot) => interpreter.has(slot)),
  }));
  const truths = met.map(({ slots }) => slots.map((slot) => derivativeOf(interpreter, slot)));
  const largest = Math.max(...truths.flat().map(sizeOf));
  return met.flatMap(({ name, slots }, at) => {
    if (slots.length === 0) return [];
    const exact = truths[at] ?? [];
    const own = Math.max(...exact.map(sizeOf));
    const scale = own > VANISHING * largest ? own : largest;
    const miss = (values: readonly number[]): number =>
      Math.max(...values.map((value, entry) => distance(value, exact[entry] as Exact) / scale));
    return {
      name,
      entries: slots.length,
      reverse: miss(slots.map((slot) => tape.value(derivative(slot)))),
      forward: miss(
        slots.map((slot) => tangents(tape, new Map([[slot, 1]]), [error])[0] as number),
      ),
    };
  });
}

const sizeOf = (x: Exact): number => x.abs().toNumber();
