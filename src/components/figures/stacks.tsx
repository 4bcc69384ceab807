import { FRAME } from "./axes.ts";
import { Plot, type PlotWords } from "./plot.tsx";

interface Props extends PlotWords {
  /** The parts of every bar, from left to right, at most three. */
  readonly parts: readonly string[];
  /** A bar each, its counts in the order of the parts. */
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

const ROW = 17;
const HEAD = 22;
const BAR = 11;

/** Bars of one length, each divided in shares, as a still drawing. */
export function Stacks({ parts, rows, ...words }: Props) {
  const { width, right } = FRAME;
  const left = 164;
  const height = HEAD + rows.length * ROW;
  const room = width - left - right;
  return (
    <Plot {...words} height={height}>
      {parts.map((name, at) => (
        <g class={`part part-${at + 1}`} key={name}>
          <rect x={8 + (at * (width - 8)) / parts.length} y={3} width={9} height={9} />
          <text x={8 + (at * (width - 8)) / parts.length + 13} y={11}>
            {name}
          </text>
        </g>
      ))}
      {rows.map(({ name, counts }, row) => {
        const total = Math.max(
          1,
          counts.reduce((all, one) => all + one, 0),
        );
        const y = HEAD + row * ROW;
        let x = left;
        return (
          <g key={name}>
            <text class="tick" x={left - 6} y={y + BAR - 1.5} text-anchor="end">
              {name}
            </text>
            {counts.map((count, at) => {
              const wide = (count / total) * room;
              const from = x;
              x += wide;
              return (
                <g class={`part part-${at + 1}`} key={parts[at]}>
                  <rect x={from.toFixed(2)} y={y} width={wide.toFixed(2)} height={BAR} />
                </g>
              );
            })}
          </g>
        );
      })}
    </Plot>
  );
}
