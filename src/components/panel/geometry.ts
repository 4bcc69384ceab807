/** Measures of the drawing, in its own units; one unit is about a pixel. */
export const RADIUS = 21;
const COLUMN = 124;
const ROW = 62;
const SIDE = 40;
const HEAD = 34;
/** Room for the targets beside the last layer. */
const TARGETS = 74;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands in the drawing of a network of these sizes. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** By layer and neuron, from 0. */
  readonly neurons: readonly (readonly Point[])[];
  readonly targets: readonly Point[];
}

export function geometryOf(sizes: readonly number[]): Geometry {
  const tallest = Math.max(3, ...sizes);
  const height = HEAD + tallest * ROW + 8;
  const neurons = sizes.map((size, layer) => {
    const top = HEAD + ((tallest - size) * ROW) / 2 + ROW / 2 - 6;
    return Array.from({ length: size }, (_, at) => ({
      x: SIDE + layer * COLUMN,
      y: top + at * ROW,
    }));
  });
  const last = neurons.at(-1) ?? [];
  const width = 2 * SIDE + (sizes.length - 1) * COLUMN + TARGETS;
  return { width, height, neurons, targets: last.map(({ y }) => ({ x: width - SIDE, y })) };
}

/** From edge of circle to edge of circle. */
export function edgeBetween(from: Point, to: Point): { from: Point; to: Point } {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down);
  const [ux, uy] = [(across / length) * RADIUS, (down / length) * RADIUS];
  return { from: { x: from.x + ux, y: from.y + uy }, to: { x: to.x - ux, y: to.y - uy } };
}

/** Thicker for a larger weight, never invisible, never a bar. */
export const strokeOf = (weight: number): number =>
  Number((0.9 + (4.6 * Math.abs(weight)) / (1.5 + Math.abs(weight))).toFixed(2));
