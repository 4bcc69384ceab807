import { LiveNumber } from "./live-number.tsx";
import type { PartProps } from "./edge.tsx";
import type { Point } from "./geometry.ts";
import { RADIUS } from "./geometry.ts";
import { describePlace, nameParts } from "./names.ts";
import { SvgQuantity } from "./quantity.tsx";

interface NeuronProps extends PartProps {
  readonly point: Point;
  /** From 1. */
  readonly layer: number;
  readonly below: "z" | "\\delta";
}

/** A neuron with its activation inside and z or δ below. Selecting it opens its bias, in layer 1 its input. */
export function Neuron({
  session,
  place,
  isSelected,
  isOff,
  select,
  point,
  layer,
  below,
}: NeuronProps) {
  const { x, y } = point;
  const isInput = layer === 1;
  const inside = session.reading(isInput ? "x" : "a", isInput ? [] : [layer], place.row);
  return (
    <g
      class="neuron"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabIndex={isSelected && !isOff ? 0 : -1}
      onClick={() => select(place)}
    >
      <circle cx={x} cy={y} r={RADIUS} />
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
            key={below}
            session={session}
            read={session.reading(below, [layer], place.row)}
            decimals={below === "z" ? 2 : 4}
            isDrawn
          />
        </text>
      )}
    </g>
  );
}

/** A target value beside its output. */
export function Target({
  session,
  place,
  isSelected,
  isOff,
  select,
  point,
}: PartProps & { readonly point: Point }) {
  const { x, y } = point;
  return (
    <g
      class="target"
      role="button"
      aria-label={describePlace(place)}
      aria-pressed={isSelected}
      tabIndex={isSelected && !isOff ? 0 : -1}
      onClick={() => select(place)}
    >
      <rect x={x - RADIUS} y={y - 15} width={2 * RADIUS} height="30" rx="3" />
      <text class="neuron-value" data-of="y" x={x} y={y + 4.5}>
        <LiveNumber
          session={session}
          read={session.reading("y", [], place.row)}
          decimals={2}
          isDrawn
        />
      </text>
    </g>
  );
}
