import type { Session } from "../session.ts";
import { entryOf } from "./dial.tsx";
import { usePatch } from "./live-number.tsx";
import { describePlace, partsOfPlace, splitKey } from "./names.ts";
import { Quantity } from "./quantity.tsx";
import { useRef } from "preact/hooks";

/** What the selected number is and what raising it would do, in words. */
export function Sentence({ session }: { session: Session }) {
  const place = session.selection.value;
  const { symbol, labels } = splitKey(place.key);
  const slope = session.slope(symbol, labels, entryOf(session, place));
  const effect = useRef<HTMLSpanElement>(null);
  usePatch(session, () => {
    const node = effect.current?.firstChild as Text | null | undefined;
    const text = effectOf(slope());
    if (node && node.data !== text) node.data = text;
  });
  return (
    <p class="selected-sentence">
      <Quantity parts={partsOfPlace(place)} /> is the {describePlace(place)}.{" "}
      <span ref={effect}>{effectOf(slope())}</span>
    </p>
  );
}

function effectOf(slope: number): string {
  if (Number.isNaN(slope)) return "";
  if (slope === 0) return "A small change of it does not change the error at all.";
  const direction = slope > 0 ? "rises" : "falls";
  const speed = Math.abs(slope) < 0.001 ? ", though hardly" : "";
  return `Raise it a little and the error ${direction}${speed}.`;
}
