import type { Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { Edge } from "./edge.tsx";
import { geometryOf } from "./geometry.ts";
import { moveFrom, selectables } from "./keys.ts";
import { describePlace, nameParts, samePlace } from "./names.ts";
import { Neuron, Target } from "./neuron.tsx";
import { SvgQuantity } from "./quantity.tsx";

interface Props {
  readonly session: Session;
  /** What stands below each neuron. */
  readonly below: "z" | "\\delta";
  readonly isOff: boolean;
}

/** The network: values in the neurons, weights as lines; anything can be selected. */
export function Drawing({ session, below, isOff }: Props) {
  const sizes = session.sizes.value;
  const { width, height, neurons, targets } = geometryOf(sizes);
  const columns = selectables(sizes);
  const select = (place: Place) => {
    session.selection.value = place;
    void session.load();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moveFrom(columns, session.selection.value, event.key);
    if (to) {
      event.preventDefault();
      select(to);
      const name = CSS.escape(describePlace(to));
      const drawing = event.currentTarget as SVGElement;
      drawing.querySelector<SVGElement>(`[aria-label="${name}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      document.getElementById("dial-number")?.focus();
    }
  };
  const chosen = session.selection.value;
  const common = (place: Place) => ({
    session,
    place,
    isSelected: samePlace(place, chosen),
    isOff,
    select,
  });
  return (
    <div class="drawing">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label="Drawing of the network. Arrow keys move from neuron to weight, Enter opens the number."
        onKeyDown={onKeyDown}
      >
        {neurons.map(([first], layer) => (
          <text class="layer-name" x={first?.x} y="16" key={layer}>
            <SvgQuantity
              parts={nameParts(layer === 0 ? "x" : "a", layer === 0 ? [] : [layer + 1], [])}
            />
          </text>
        ))}
        <text class="layer-name" x={targets[0]?.x} y="16">
          <SvgQuantity parts={nameParts("y", [], [])} />
        </text>
        {neurons
          .slice(1)
          .map((to, layer) =>
            to.flatMap((target, row) =>
              (neurons[layer] ?? []).map((source, column) => (
                <Edge
                  key={`${layer}/${row}/${column}`}
                  {...common({ key: `\\theta|${layer + 1}`, row, column })}
                  from={source}
                  to={target}
                />
              )),
            ),
          )}
        {neurons.map((layer, at) =>
          layer.map((point, row) => (
            <Neuron
              key={`${at}/${row}`}
              {...common({ key: at === 0 ? "x" : `b|${at}`, row, column: 0 })}
              point={point}
              layer={at + 1}
              below={below}
            />
          )),
        )}
        {targets.map((point, row) => (
          <Target key={row} {...common({ key: "y", row, column: 0 })} point={point} />
        ))}
      </svg>
    </div>
  );
}
