import { positionOf, tensorsOf, type Place } from "../../engine/index.ts";
import { samePlace } from "./names.ts";

/** What can be selected, in columns from left to right: x, θ¹, b¹, θ², …, y. */
export const selectables = (sizes: readonly number[]): Place[][] =>
  tensorsOf(sizes).map((tensor) =>
    Array.from({ length: tensor.rows * tensor.columns }, (_, at) => positionOf(tensor, at)),
  );

/** Where an arrow key leads from a place; undefined for another key or at an end. */
export function moveFrom(
  columns: readonly (readonly Place[])[],
  from: Place,
  key: string,
): Place | undefined {
  const column = columns.findIndex((one) => one.some((place) => samePlace(place, from)));
  const here = columns[column] ?? [];
  const row = here.findIndex((place) => samePlace(place, from));
  if (key === "ArrowUp") return here[row - 1];
  if (key === "ArrowDown") return here[row + 1];
  if (key === "Home") return here[0];
  if (key === "End") return here.at(-1);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const next = step === undefined ? undefined : columns[column + step];
  if (!next) return undefined;
  // The same height, as far as the columns have the same height.
  const share = here.length > 1 ? row / (here.length - 1) : 0.5;
  return next[Math.round(share * (next.length - 1))];
}
