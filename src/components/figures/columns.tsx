import { FRAME } from "./axes.ts";
import { Plot, type PlotWords } from "./plot.tsx";

interface Props extends PlotWords {
  readonly xName: string;
  readonly columns: readonly { readonly name: string; readonly count: number }[];
}

/** Room above a column for its count. */
const HEAD = 14;

/** Counts as columns, each with its number on top, as a still drawing. */
export function Columns({ xName, columns, ...words }: Props) {
  const { width, height, top, bottom } = FRAME;
  const [left, right] = [8, 8];
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const step = (width - left - right) / columns.length;
  const ground = height - bottom;
  return (
    <Plot {...words}>
      {columns.map(({ name, count }, at) => {
        const tall = Number(((count / most) * (ground - top - HEAD)).toFixed(2));
        const x = Number((left + at * step).toFixed(2));
        return (
          <g class="column" key={name}>
            <rect
              x={x + 1.5}
              y={ground - tall}
              width={Number((step - 3).toFixed(2))}
              height={tall}
            />
            <text class="tick" x={x + step / 2} y={ground - tall - 4} text-anchor="middle">
              {count.toLocaleString("en")}
            </text>
            <text class="tick" x={x + 1.5} y={ground + 14}>
              {name}
            </text>
          </g>
        );
      })}
      <line class="axis" x1={left} x2={width - right} y1={ground} y2={ground} />
      <text class="axis-name" x={width / 2} y={height - 8} text-anchor="middle">
        {xName}
      </text>
    </Plot>
  );
}
