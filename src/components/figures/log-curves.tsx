import { FRAME, integers, powerLabel, scale } from "./axes.ts";
import { Plot, type PlotWords } from "./plot.tsx";

/** A curve through points; both coordinates are positive. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Where its name stands, in the same coordinates. */
  readonly label: readonly [x: number, y: number];
}

interface Props extends PlotWords {
  readonly xName: string;
  readonly yName: string;
  /** At most three: each has a dash of its own. */
  readonly curves: readonly Curve[];
}

/** Curves on two logarithmic axes, as a still drawing. Points whose y is 0 are left out. */
export function LogCurves({ xName, yName, curves, ...words }: Props) {
  const logs = curves.map(({ points, ...one }) => ({
    ...one,
    points: points
      .filter(([, y]) => y > 0)
      .map(([x, y]) => [Math.log10(x), Math.log10(y)] as const),
  }));
  const all = logs.flatMap(({ points }) => points);
  const xs = extent(all.map(([x]) => x));
  const ys = extent(all.map(([, y]) => y));
  const { width, height, left, right, top, bottom } = FRAME;
  const x = scale(xs, [left, width - right]);
  const y = scale(ys, [height - bottom, top]);
  return (
    <Plot {...words}>
      {integers(xs, 2).map((tick) => (
        <g key={`x${tick}`}>
          <line class="grid-line" x1={x(tick)} x2={x(tick)} y1={top} y2={height - bottom} />
          <text class="tick" x={x(tick)} y={height - bottom + 14} text-anchor="middle">
            {powerLabel(tick)}
          </text>
        </g>
      ))}
      {integers(ys, 2).map((tick) => (
        <g key={`y${tick}`}>
          <line class="grid-line" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={left - 6} y={y(tick) + 4} text-anchor="end">
            {powerLabel(tick)}
          </text>
        </g>
      ))}
      <text class="axis-name" x={(left + width - right) / 2} y={height - 8} text-anchor="middle">
        {xName}
      </text>
      <text class="axis-name" x={left} y={top - 4}>
        {yName}
      </text>
      {logs.map(({ name, points, label }, at) => (
        <g class={`curve curve-${at + 1}`} key={name}>
          <polyline points={points.map(([px, py]) => `${x(px)},${y(py)}`).join(" ")} />
          <text x={x(Math.log10(label[0]))} y={y(Math.log10(label[1]))}>
            {name}
          </text>
        </g>
      ))}
    </Plot>
  );
}

const extent = (values: readonly number[]): readonly [number, number] => [
  Math.floor(Math.min(...values)),
  Math.ceil(Math.max(...values)),
];
