import {
  adjoints,
  Program,
  random,
  tangents,
  type Slot,
  type Tape,
} from "../../../engine/index.ts";
import type { Model } from "../../../language/index.ts";
import { caseNames, caseProgram } from "../../cases.ts";
import { loadModel, modelNames } from "../../models.ts";
import { distance, type Exact } from "./arithmetic.ts";
import { derivativeOf, inSixtyDigits } from "./interpreter.ts";
import {
  differentiable,
  hasError,
  onProgram,
  type Differentiable,
  type Tensor,
} from "./tensors.ts";

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

/** Networks of a model: one each with tanh, sigmoid and softplus, where it lets g be chosen. */
const networksOf = (model: Model): number =>
  [...model.functions.values()].some(({ kind }) => kind === "choices") ? 3 : 1;

/** Entries of one tensor that are compared, drawn at random where it has more: sixty digits take their time. */
const MOST_ENTRIES = 12;

/** A tensor that is smaller than this, beside the largest of its network, is 0 but for rounding. */
const VANISHING = 1e-12;

/** Every model of the book that has an error, on random networks; and the networks with published numbers. */
export const measureReference = (): ReferenceRow[] => [
  ...modelNames().map(loadModel).filter(hasError).map(referenceRow),
  rowOf(
    "content/cases",
    caseNames().map((name) => {
      const { model, network } = caseProgram(name);
      return onProgram(new Program(model, network));
    }),
  ),
];

/** One model on random networks. */
export const referenceRow = (model: Model): ReferenceRow =>
  rowOf(
    model.name,
    Array.from({ length: networksOf(model) }, (_, at) => differentiable(model, "reference", at)),
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
  const draw = random("entries of the reference");
  const met = tensors.map(({ name, slots }) => {
    const reached = slots.filter((slot) => interpreter.has(slot));
    return { name, slots: draw.shuffle(reached).slice(0, MOST_ENTRIES) };
  });
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
