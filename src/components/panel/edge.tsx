import { useRef } from "preact/hooks";

import { formatNumber, type Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import type { Point } from "./geometry.ts";
import { edgeBetween, strokeOf } from "./geometry.ts";
import { usePatch } from "./live-number.tsx";
import { describePlace, splitKey } from "./names.ts";

export interface PartProps {
  readonly session: Session;
  readonly place: Place;
  readonly isSelected: boolean;
  readonly isOff: boolean;
  readonly select: (place: Place) => void;
}

interface Props extends PartProps {
  readonly from: Point;
  readonly to: Point;
}

/** A weight: thick when large, dashed when negative, with its number when it is selected. */
export function Edge({ session, place, isSelected, isOff, select, from, to }: Props) {
  const line = useRef<SVGLineElement>(null);
  const label = useRef<SVGTextElement>(null);
  const { symbol, labels } = splitKey(place.key);
  const columns = session.sizes.value[(labels[0] ?? 1) - 1] ?? 1;
  const read = session.reading(symbol, labels, place.row * columns + place.column);
  const ends = edgeBetween(from, to);
  const [x1, y1, x2, y2] = [ends.from.x, ends.from.y, ends.to.x, ends.to.y].map((one) =>
    Number(one.toFixed(1)),
  ) as [number, number, number, number];
  const weight = read();
  usePatch(session, () => {
    const now = read();
    const width = String(strokeOf(now));
    if (line.current?.getAttribute("stroke-width") !== width)
      line.current?.setAttribute("stroke-width", width);
    const sign = signOf(now);
    if (line.current?.dataset.sign !== sign) line.current!.dataset.sign = sign;
    const node = label.current?.firstChild as Text | null | undefined;
    const text = formatNumber(now, 2);
    if (node && node.data !== text) node.data = text;
  });
  // A third of the way, where the lines of a layer are furthest apart.
  const at = { x: x1 + 0.36 * (x2 - x1), y: y1 + 0.36 * (y2 - y1) };
  return (
    <g
      class="edge"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabIndex={isSelected && !isOff ? 0 : -1}
      onClick={() => select(place)}
    >
      <line class="edge-hit" {...{ x1, y1, x2, y2 }} />
      <line
        ref={line}
        class="edge-line"
        {...{ x1, y1, x2, y2 }}
        stroke-width={strokeOf(weight)}
        data-sign={signOf(weight)}
      />
      {isSelected && (
        <>
          <rect class="edge-label-box" x={at.x - 21} y={at.y - 10} width="42" height="20" rx="4" />
          <text class="edge-label" ref={label} x={at.x} y={at.y + 4.5}>
            {formatNumber(weight, 2)}
          </text>
        </>
      )}
    </g>
  );
}

const signOf = (weight: number): string => (weight < 0 ? "negative" : "positive");
