import { useRef } from "preact/hooks";

import type { Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import type { Point } from "./geometry.ts";
import { edgeBetween, strokeOf } from "./geometry.ts";
import { LiveNumber, usePatch } from "./live-number.tsx";
import { describePlace, splitKey } from "./names.ts";

export interface PartProps {
  readonly session: Session;
  readonly place: Place;
  readonly isSelected: boolean;
  readonly isOff: boolean;
  readonly select: (place: Place) => void;
}

interface Ends {
  readonly from: Point;
  readonly to: Point;
}

/** How to read the weight of an edge. */
export function weightAt(session: Session, { key, row, column }: Place): () => number {
  const { symbol, labels } = splitKey(key);
  const columns = session.sizes.value[(labels[0] ?? 1) - 1] ?? 1;
  return session.reading(symbol, labels, row * columns + column);
}

/** A weight: thick when large, dashed when negative. */
export function Edge({ session, place, isSelected, isOff, select, from, to }: PartProps & Ends) {
  const line = useRef<SVGLineElement>(null);
  const read = weightAt(session, place);
  const { x1, y1, x2, y2 } = lineOf({ from, to });
  const weight = read();
  const last = useRef(Number.NaN);
  usePatch(session, () => {
    const element = line.current;
    if (!element) return;
    const now = read();
    if (Object.is(now, last.current)) return;
    last.current = now;
    const width = String(strokeOf(now));
    if (element.getAttribute("stroke-width") !== width) element.setAttribute("stroke-width", width);
    const sign = signOf(now);
    if (element.dataset.sign !== sign) element.dataset.sign = sign;
  });
  return (
    <g
      class="edge"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabindex={isSelected && !isOff ? 0 : -1}
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
    </g>
  );
}

/** The number of the selected weight, a third of the way: there the lines of a layer are furthest apart. */
export function EdgeLabel({ session, place, from, to }: { session: Session; place: Place } & Ends) {
  const { x1, y1, x2, y2 } = lineOf({ from, to });
  const at = { x: x1 + 0.36 * (x2 - x1), y: y1 + 0.36 * (y2 - y1) };
  return (
    <>
      <rect class="edge-label-box" x={at.x - 21} y={at.y - 10} width="42" height="20" rx="4" />
      <text class="edge-label" x={at.x} y={at.y + 4.5}>
        <LiveNumber session={session} read={weightAt(session, place)} decimals={2} isDrawn />
      </text>
    </>
  );
}

function lineOf(ends: Ends): { x1: number; y1: number; x2: number; y2: number } {
  const { from, to } = edgeBetween(ends.from, ends.to);
  const tenth = (value: number): number => Number(value.toFixed(1));
  return { x1: tenth(from.x), y1: tenth(from.y), x2: tenth(to.x), y2: tenth(to.y) };
}

const signOf = (weight: number): string => (weight < 0 ? "negative" : "positive");
