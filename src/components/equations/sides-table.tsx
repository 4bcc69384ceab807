import { useMemo } from "preact/hooks";

import { formatNumber, formatPower, type LiveEquation } from "../../engine/index.ts";
import type { FrameSource } from "../frames.ts";
import { LiveCell } from "./live-text.tsx";
import { onceAFrame } from "./once-a-frame.ts";

interface Props {
  readonly frames: FrameSource;
  readonly equation: LiveEquation;
}

/** Longer tables are cut; a sentence says how many rows are left out. */
const MOST_ROWS = 64;

/** Both sides at every place, entry by entry, with the distance between them. */
export function SidesTable({ frames, equation }: Props) {
  const rows = useMemo(() => rowsOf(frames, equation), [frames, equation]);
  const shown = rows.slice(0, MOST_ROWS);
  const letters = [...(equation.places[0]?.letters.keys() ?? [])].filter(isShown);
  const hasEntries = rows.some(({ entry }) => entry !== "");
  const hasParts = new Set(rows.map(({ part }) => part)).size > 1;
  const isValue = equation.here().state === "value";
  return (
    <div
      class="table-box"
      role="group"
      aria-label={isValue ? "The value" : "Both sides"}
      tabIndex={0}
    >
      <table class="live">
        <caption>{isValue ? "The value" : "Both sides"}</caption>
        <thead>
          <tr>
            {letters.map((letter) => (
              <th scope="col" key={letter}>
                <i>{letter}</i>
              </th>
            ))}
            {hasParts && <th scope="col">claim</th>}
            {hasEntries && <th scope="col">entry</th>}
            <th scope="col" class="number">
              {isValue ? "value" : "left"}
            </th>
            {!isValue && (
              <th scope="col" class="number">
                right
              </th>
            )}
            {!isValue && (
              <th scope="col" class="number">
                distance
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <tr key={at}>
              {letters.map((letter) => (
                <td key={letter}>{row.letters.get(letter) ?? ""}</td>
              ))}
              {hasParts && <td>{row.part}</td>}
              {hasEntries && <td>{row.entry}</td>}
              <td class="number">
                <LiveCell frames={frames} read={() => row.read().left} format={sixDecimals} />
              </td>
              {!isValue && (
                <>
                  <td class="number">
                    <LiveCell frames={frames} read={() => row.read().right} format={sixDecimals} />
                  </td>
                  <td class="number">
                    <LiveCell
                      frames={frames}
                      read={() => row.read().distance}
                      format={formatPower}
                    />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && <p>… and {rows.length - shown.length} more.</p>}
    </div>
  );
}

const sixDecimals = (value: number): string => formatNumber(value, 6);

/** A letter that the author left out has a name that begins with a dot. */
const isShown = (letter: string): boolean => !letter.startsWith("·");

interface Row {
  readonly letters: ReadonlyMap<string, number>;
  /** "1", "2" where the line makes several claims. */
  readonly part: string;
  /** "2" or "2, 1" of a vector or matrix; empty for a number. */
  readonly entry: string;
  readonly read: () => { left: number; right: number; distance: number };
}

function rowsOf(frames: FrameSource, equation: LiveEquation): Row[] {
  const claims = [...new Set(equation.places.map(({ claim }) => claim))];
  return equation.places.flatMap((place) => {
    const { left, right, at } = place.sides;
    const like = left.slots.length >= right.slots.length ? left : right;
    const readings = onceAFrame(frames, () => equation.readings(place));
    const part = `${claims.indexOf(place.claim) + 1}${at > 0 ? `.${at + 1}` : ""}`;
    return like.slots.map((_, entry): Row => {
      const [row, column] = [Math.floor(entry / like.columns) + 1, (entry % like.columns) + 1];
      const name = like.columns === 1 ? `${row}` : `${row}, ${column}`;
      return {
        letters: place.letters,
        part,
        entry: like.slots.length === 1 ? "" : name,
        read: () => readings()[entry] ?? { left: Number.NaN, right: Number.NaN, distance: 0 },
      };
    });
  });
}
