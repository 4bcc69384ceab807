import { adjoints, findFunction, Tape, type Slot } from "../../engine/index.ts";

/** A kink, with the slope that the machine computes at it, just left of it and just right of it. */
export interface Convention {
  readonly what: string;
  readonly left: number;
  readonly here: number;
  readonly right: number;
}

const BESIDE = 2 ** -10;

const functionNamed = (name: string) => {
  const found = findFunction(name);
  if (!found) throw new Error(`There is no function ${name}.`);
  return found;
};

/** What has a kink, as a program of one number; and where the kink is. */
const KINKS: readonly { what: string; at: number; of: (tape: Tape, x: Slot) => Slot }[] = [
  { what: "relu at zero", at: 0, of: (tape, x) => tape.apply(functionNamed("relu"), 0, x) },
  { what: "|x| at zero", at: 0, of: (tape, x) => tape.apply(functionNamed("abs"), 0, x) },
  {
    what: "the larger of two numbers, where they are equal: its slope in one of them",
    at: 1,
    of: (tape, x) => tape.maximum(x, tape.constant(1)),
  },
];

/** At a kink there is no derivative; what stands in its place is a convention, and this is ours. */
export const measureConventions = (): Convention[] =>
  KINKS.map(({ what, at, of }) => {
    const slope = (x: number): number => {
      const tape = new Tape();
      const input = tape.input(x);
      return tape.value(adjoints(tape, of(tape, input))(input));
    };
    return { what, left: slope(at - BESIDE), here: slope(at), right: slope(at + BESIDE) };
  });
