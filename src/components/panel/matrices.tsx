import { useState } from "preact/hooks";

import { positionOf, tensorsOf, type Tensor } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { LiveNumber } from "./live-number.tsx";
import { nameParts, splitKey } from "./names.ts";
import { NumberField } from "./number-field.tsx";
import { Quantity } from "./quantity.tsx";

interface Props {
  readonly session: Session;
  readonly isOff: boolean;
}

/** Every number of the network as matrices to type in, and what is computed from them. Made when opened. */
export function Matrices({ session, isOff }: Props) {
  const [isOpen, setOpen] = useState(false);
  const sizes = session.sizes.value;
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>All numbers as matrices</summary>
      {isOpen && (
        <div class="matrices">
          {tensorsOf(sizes).map((tensor) => (
            <Grid key={tensor.key} {...{ session, tensor, isOff }} />
          ))}
          {sizes.slice(1).map((size, at) => (
            <Results key={at} session={session} layer={at + 2} size={size} />
          ))}
        </div>
      )}
    </details>
  );
}

function Grid({ session, tensor, isOff }: Props & { readonly tensor: Tensor }) {
  const { key, rows, columns } = tensor;
  const { symbol, labels } = splitKey(key);
  return (
    <table class="grid">
      <caption>
        <Quantity parts={nameParts(symbol, labels, [])} />
      </caption>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: columns }, (_unused, column) => {
              const at = row * columns + column;
              return (
                <td key={column}>
                  <NumberField
                    session={session}
                    place={positionOf(tensor, at)}
                    read={session.reading(symbol, labels, at)}
                    id={`number-${symbol.replace("\\", "")}-${labels.join()}-${at}`}
                    isOff={isOff}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const RESULTS = ["z", "a", "\\delta"] as const;

function Results({
  session,
  layer,
  size,
}: {
  readonly session: Session;
  readonly layer: number;
  readonly size: number;
}) {
  return (
    <table class="grid results">
      <caption>Computed, layer {layer}</caption>
      <thead>
        <tr>
          {RESULTS.map((symbol) => (
            <th scope="col" key={symbol}>
              <Quantity parts={nameParts(symbol, [layer], [])} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: size }, (_, at) => (
          <tr key={at}>
            {RESULTS.map((symbol) => (
              <td key={symbol}>
                <LiveNumber session={session} read={session.reading(symbol, [layer], at)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
