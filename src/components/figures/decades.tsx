import { FRAME, integers, powerLabel, scale } from "./axes.ts";
import { Plot, type PlotWords } from "./plot.tsx";

/** Counts by power of ten: `counts` holds how many lie in [10^decade, 10^(decade+1)). */
export interface Group {
  readonly name: string;
  readonly counts: readonly { readonly decade: number; readonly count: number }[];
}

interface Props extends PlotWords {
  readonly xName: string;
  /** Two groups, drawn above and below one line, each in shares of its own total. */
  readonly above: Group;
  readonly below: Group;
  /** Limits, as numbers, each with its name. */
  readonly limits: readonly { readonly at: number; readonly name: string }[];
}

/** Two distributions over powers of ten, one above the axis and one below it, as a still drawing. */
export function Decades({ xName, above, below, limits, ...words }: Props) {
  const decades = [...above.counts, ...below.counts].map(({ decade }) => decade);
  const xs = [Math.min(...decades), Math.max(...decades) + 1] as const;
  const { width, height, right, top, bottom } = FRAME;
  const left = 12;
  const x = scale(xs, [left, width - right]);
  const middle = (top + height - bottom) / 2;
  const most = Math.max(...[above, below].flatMap(sharesOf).map(({ share }) => share));
  const room = (height - bottom - top) / 2 - 16;
  const bars = (group: Group, up: boolean) =>
    sharesOf(group).map(({ decade, share }) => {
      const tall = Number(((share / most) * room).toFixed(2));
      return (
        <rect
          key={decade}
          x={x(decade) + 1}
          width={Math.max(1, x(decade + 1) - x(decade) - 2)}
          y={up ? middle - tall : middle}
          height={tall}
        />
      );
    });
  return (
    <Plot {...words}>
      {limits.map(({ at, name }) => (
        <g class="limit" key={name}>
          <line x1={x(Math.log10(at))} x2={x(Math.log10(at))} y1={top} y2={height - bottom} />
          <text x={x(Math.log10(at)) + 3} y={top + 8}>
            {name}
          </text>
        </g>
      ))}
      <g class="group-above">
        {bars(above, true)}
        <text x={left} y={top + 8}>
          {above.name}
        </text>
      </g>
      <g class="group-below">
        {bars(below, false)}
        <text x={left} y={height - bottom - 4}>
          {below.name}
        </text>
      </g>
      <line class="axis" x1={left} x2={width - right} y1={middle} y2={middle} />
      {integers(xs, 3).map((tick) => (
        <text class="tick" key={tick} x={x(tick)} y={height - bottom + 14} text-anchor="middle">
          {powerLabel(tick)}
        </text>
      ))}
      <text class="axis-name" x={(left + width - right) / 2} y={height - 8} text-anchor="middle">
        {xName}
      </text>
    </Plot>
  );
}

function sharesOf({ counts }: Group): { decade: number; share: number }[] {
  const total = counts.reduce((all, { count }) => all + count, 0);
  return counts
    .filter(({ count }) => count > 0)
    .map(({ decade, count }) => ({ decade, share: count / total }));
}
