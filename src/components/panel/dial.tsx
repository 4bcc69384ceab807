import { useRef } from "preact/hooks";

import { MAX_NUMBER, type Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { LiveNumber, usePatch } from "./live-number.tsx";
import { describePlace, nameParts, partsOfPlace, splitKey } from "./names.ts";
import { NumberField } from "./number-field.tsx";
import { Quantity } from "./quantity.tsx";

interface Props {
  readonly session: Session;
  readonly isOff: boolean;
}

/** How far the slider reaches from 0; a number beyond widens it. */
const REACH = 4;
const STEP = 0.05;

/** The selected number: a slider, a field, and how fast E follows. It stays in sight while the text is read. */
export function Dial({ session, isOff }: Props) {
  const place = session.selection.value;
  const { symbol, labels } = splitKey(place.key);
  const at = entryOf(session, place);
  const read = session.reading(symbol, labels, at);
  const slope = session.slope(symbol, labels, at);
  const error = session.reading("E", [], 0);
  const key = `${place.key}/${at}`;
  return (
    <div
      class="dial"
      role="group"
      aria-label="The selected number"
      data-pinned={session.isPinned.value}
    >
      <label class="dial-name" for="dial-number">
        <Quantity parts={partsOfPlace(place)} />
      </label>
      <Slider key={`slider/${key}`} {...{ session, place, read, isOff }} />
      <NumberField key={key} {...{ session, place, read, isOff }} id="dial-number" />
      <p class="dial-results">
        <span class="dial-result">
          <Quantity parts={nameParts("E", [], [])} />{" "}
          <span class="dial-figure">
            <LiveNumber session={session} read={error} />
          </span>
        </span>
        <span class="dial-result">
          slope of <Quantity parts={nameParts("E", [], [])} />{" "}
          <span class="dial-figure">
            <LiveNumber session={session} read={slope} />
          </span>
        </span>
      </p>
      <button
        type="button"
        class="pin"
        aria-pressed={session.isPinned.value}
        disabled={isOff}
        onClick={() => (session.isPinned.value = !session.isPinned.value)}
      >
        <span aria-hidden="true">↥</span>
        <span class="visually-hidden">Keep this in sight while reading</span>
      </button>
    </div>
  );
}

export function entryOf(session: Session, { key, row, column }: Place): number {
  const { symbol, labels } = splitKey(key);
  if (symbol !== "\\theta") return row;
  return row * (session.sizes.value[(labels[0] ?? 1) - 1] ?? 1) + column;
}

interface SliderProps extends Props {
  readonly place: Place;
  readonly read: () => number;
}

let gestures = 0;

function Slider({ session, place, read, isOff }: SliderProps) {
  const input = useRef<HTMLInputElement>(null);
  const gesture = useRef("");
  const reachOf = (value: number) =>
    Math.min(MAX_NUMBER, Math.max(REACH, Math.ceil(1.5 * Math.abs(value))));
  usePatch(session, () => {
    const slider = input.current;
    if (!slider) return;
    const value = read();
    if (Math.abs(value) > Number(slider.max)) {
      slider.max = String(reachOf(value));
      slider.min = `-${slider.max}`;
    }
    if (Number(slider.value) !== value) slider.value = String(value);
  });
  const reach = reachOf(read());
  return (
    <input
      ref={input}
      class="dial-slider"
      type="range"
      min={-reach}
      max={reach}
      step="any"
      disabled={isOff}
      aria-label={`Slider: ${describePlace(place)}`}
      defaultValue={String(read())}
      onPointerDown={() => void session.load()}
      onFocus={() => void session.load()}
      onInput={(event) => {
        gesture.current ||= `drag ${(gestures += 1)}`;
        const value = Math.round(Number(event.currentTarget.value) / STEP) * STEP;
        session.setNumber(place, Number(value.toFixed(2)), gesture.current);
      }}
      onKeyDown={(event) => {
        const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        const size = event.shiftKey ? 0.01 : STEP;
        session.setNumber(place, Number((read() + direction * size).toPrecision(12)));
      }}
      onChange={() => {
        gesture.current = "";
        session.rest();
      }}
    />
  );
}
