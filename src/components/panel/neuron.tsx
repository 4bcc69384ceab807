import type { Session } from "../session.ts";
import { LiveNumber } from "./live-number.tsx";
import type { PartProps } from "./edge.tsx";
import type { Point } from "./geometry.ts";
import { RADIUS } from "./geometry.ts";
import { describePlace, nameParts } from "./names.ts";
import { SvgQuantity } from "./quantity.tsx";

interface ShapeProps extends PartProps {
  readonly point: Point;
}

/** The circle of a neuron. Selecting it opens its bias, in layer 1 its input. */
export function Neuron({ place, isSelected, isOff, select, point: { x, y } }: ShapeProps) {
  return (
    <g
      class="neuron"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabindex={isSelected && !isOff ? 0 : -1}
      onClick={() => select(place)}
    >
      <circle cx={x} cy={y} r={RADIUS} />
    </g>
  );
}

/** The box of a target value beside its output. */
export function Target({ place, isSelected, isOff, select, point: { x, y } }: ShapeProps) {
  return (
    <g
      class="target"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabindex={isSelected && !isOff ? 0 : -1}
      onClick={() => select(place)}
    >
      <rect x={x - RADIUS} y={y - 15} width={2 * RADIUS} height="30" rx="3" />
    </g>
  );
}

interface TextProps {
  readonly session: Session;
  readonly point: Point;
  /** From 1. */
  readonly layer: number;
  /** From 0. */
  readonly row: number;
  readonly below: "z" | "\\delta";
}

/** What is written in a neuron, its activation, and below it, z or δ. */
export function NeuronText({ session, point: { x, y }, layer, row, below }: TextProps) {
  const isInput = layer === 1;
  const inside = session.reading(isInput ? "x" : "a", isInput ? [] : [layer], row);
  return (
    <>
      <text class="neuron-value" data-of="a" x={x} y={y + 4.5}>
        <LiveNumber session={session} read={inside} decimals={2} isDrawn />
      </text>
      {!isInput && (
        <text
          class="neuron-below"
          data-of={below === "z" ? "z" : "delta"}
          x={x}
          y={y + RADIUS + 13}
        >
          <SvgQuantity parts={nameParts(below, [], [])} />{" "}
          <LiveNumber
            session={session}
            read={session.reading(below, [layer], row)}
            decimals={below === "z" ? 2 : 4}
            isDrawn
          />
        </text>
      )}
    </>
  );
}

/** What is written in a target's box. */
export function TargetText({ session, point: { x, y }, row }: Omit<TextProps, "layer" | "below">) {
  return (
    <text class="neuron-value" data-of="y" x={x} y={y + 4.5}>
      <LiveNumber session={session} read={session.reading("y", [], row)} decimals={2} isDrawn />
    </text>
  );
}
