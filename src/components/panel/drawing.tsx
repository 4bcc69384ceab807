import type { Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { Edge, EdgeLabel } from "./edge.tsx";
import { geometryOf, type Point } from "./geometry.ts";
import { moveFrom, selectables } from "./keys.ts";
import { describePlace, nameParts, samePlace } from "./names.ts";
import { Neuron, NeuronText, Target, TargetText } from "./neuron.tsx";
import { SvgQuantity } from "./quantity.tsx";

/** Pixels a unit, where there is room. */
const SCALE = 1.3;

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
  const select = (place: Place) => session.select(place);
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
  const edges = edgesOf(neurons);
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
        width={SCALE * width}
        height={SCALE * height}
        role="group"
        data-layers={sizes.length}
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
        {edges.map((edge) => (
          <Edge key={nameOf(edge.place)} {...common(edge.place)} {...edge} />
        ))}
        {neurons.map((layer, at) =>
          layer.map((point, row) => {
            const place = { key: at === 0 ? "x" : `b|${at}`, row, column: 0 };
            return <Neuron key={nameOf(place)} {...common(place)} point={point} />;
          }),
        )}
        {targets.map((point, row) => (
          <Target key={row} {...common({ key: "y", row, column: 0 })} point={point} />
        ))}
        {/* Texts lie above all, apart from what is pressed, whose names are in words. */}
        <g aria-hidden="true">
          {edges
            .filter(({ place }) => samePlace(place, chosen))
            .map((edge) => (
              <EdgeLabel key={nameOf(edge.place)} session={session} {...edge} />
            ))}
          {neurons.map((layer, at) =>
            layer.map((point, row) => (
              <NeuronText key={`${at}/${row}`} {...{ session, point, row, below }} layer={at + 1} />
            )),
          )}
          {targets.map((point, row) => (
            <TargetText key={row} {...{ session, point, row }} />
          ))}
        </g>
      </svg>
    </div>
  );
}

const nameOf = ({ key, row, column }: Place): string => `${key}/${row}/${column}`;

/** Every weight with the neurons that it connects. */
const edgesOf = (neurons: readonly (readonly Point[])[]) =>
  neurons.slice(1).flatMap((layer, at) =>
    layer.flatMap((to, row) =>
      (neurons[at] ?? []).map((from, column) => ({
        place: { key: `\\theta|${at + 1}`, row, column },
        from,
        to,
      })),
    ),
  );
