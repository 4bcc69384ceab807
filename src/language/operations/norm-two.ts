import { scalar } from "../shapes/shape.ts";
import { fence, norm } from "./norm.ts";
import type { Block, Builder, Operation } from "./operation.ts";
import { single } from "./scalar.ts";

/**
 * The norm that the lengths of vectors give. Of a vector it is the length; of a matrix it is the most that
 * the matrix can stretch a vector of length 1: its largest singular value.
 */
export const normTwo: Operation = {
  ...norm,
  name: "normTwo",
  notation: { ...fence, subscript: "2" },
  example: "\\|x\\|_2",
  shape: () => scalar,
  emit: (build, [x]) => {
    if (!x || x.columns === 1 || x.rows === 1) return norm.emit(build, x ? [x] : []);
    return single(build.apply("sqrt", 0, largestEigenvalue(build, gramMatrix(build, x))));
  },
  print: ([x]) => `\\left\\|${x}\\right\\|_2`,
};

/** The smaller of AᵀA and AAᵀ: both have the squares of the singular values as eigenvalues. */
function gramMatrix(build: Builder, { rows, columns, slots }: Block): Block {
  const lines =
    rows <= columns
      ? slice(rows, (row) => slots.slice(row * columns, (row + 1) * columns))
      : slice(columns, (column) => slice(rows, (row) => slots[row * columns + column] as number));
  return {
    ...{ rows: lines.length, columns: lines.length },
    slots: lines.flatMap((one) => lines.map((other) => build.dot(one, other))),
  };
}

/** So often the matrix is multiplied by itself: the ratio of two eigenvalues is raised to the power 2^18. */
const ROUNDS = 3;
const SQUARINGS = 6;
/** Added to the trace, so that the norm of a matrix of zeros is 0. Beside any other trace it is nothing. */
const LEAST = 2 ** -1000;

/**
 * Of a symmetric matrix M without negative eigenvalues. Its powers, of trace 1 at the start of a round, approach
 * the projection P onto the directions of the largest eigenvalue, and ⟨M, P⟩ is that eigenvalue. Dividing by the
 * trace only once a round keeps the bound of the rounding errors small.
 */
function largestEigenvalue(build: Builder, matrix: Block): number {
  let power = matrix;
  for (let round = 0; round < ROUNDS; round += 1) {
    power = withTraceOne(build, power);
    for (let count = 0; count < SQUARINGS; count += 1) power = squared(build, power);
  }
  return build.dot(matrix.slots, withTraceOne(build, power).slots);
}

function withTraceOne(build: Builder, { rows, columns, slots }: Block): Block {
  const trace = build.sum(slice(rows, (at) => slots[at * (rows + 1)] as number));
  const divisor = build.add(trace, build.constant(LEAST));
  return { rows, columns, slots: slots.map((slot) => build.divide(slot, divisor)) };
}

/** Of a symmetric matrix: a row is a column too. */
function squared(build: Builder, { rows, columns, slots }: Block): Block {
  const lines = slice(rows, (row) => slots.slice(row * rows, (row + 1) * rows));
  return { rows, columns, slots: lines.flatMap((one) => lines.map((two) => build.dot(one, two))) };
}

const slice = <Item>(length: number, item: (at: number) => Item): Item[] =>
  Array.from({ length }, (_, at) => item(at));
