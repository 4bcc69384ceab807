import { useRef, useState } from "preact/hooks";

import { formatExact, readNumber, type Place } from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { usePatch } from "./live-number.tsx";
import { describePlace } from "./names.ts";

interface Props {
  readonly session: Session;
  readonly place: Place;
  readonly read: () => number;
  readonly id: string;
  readonly isOff: boolean;
}

const STEP = 0.1;

/** Adds without the dirt of binary fractions: 0.1 + 0.2 is 0.3 here. */
export const stepped = (value: number, step: number): number =>
  Number((value + step).toPrecision(12));

/** A number of the network to be typed, or stepped with the arrow keys. */
export function NumberField({ session, place, read, id, isOff }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const isTyping = useRef(false);
  const [problem, setProblem] = useState("");
  const show = (force = false) => {
    const input = field.current;
    if (!input || (isTyping.current && !force)) return;
    const text = formatExact(read());
    if (input.value !== text) input.value = text;
  };
  usePatch(session, show);

  const take = () => {
    if (!isTyping.current || !field.current) return;
    const typed = readNumber(field.current.value);
    const trouble = "problem" in typed ? typed.problem : session.setNumber(place, typed.value);
    setProblem(trouble ?? "");
    if (trouble !== undefined) return;
    isTyping.current = false;
    show(true);
  };
  const giveUp = () => {
    isTyping.current = false;
    setProblem("");
    show(true);
  };
  const step = (by: number) => {
    giveUp();
    setProblem(session.setNumber(place, stepped(read(), by)) ?? "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      step(direction * (event.shiftKey ? STEP / 10 : STEP));
    } else if (event.key === "Enter") take();
    else if (event.key === "Escape") giveUp();
  };
  return (
    <span class="number-field">
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        aria-label={describePlace(place)}
        aria-invalid={problem !== ""}
        aria-describedby={problem === "" ? undefined : `${id}-problem`}
        readOnly={isOff}
        defaultValue={formatExact(read())}
        onFocus={() => void session.load()}
        onInput={() => {
          isTyping.current = true;
        }}
        onChange={take}
        onKeyDown={onKeyDown}
        onBlur={() => {
          session.rest();
          if (problem !== "") giveUp();
        }}
      />
      {problem !== "" && (
        <span class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
