import { useRef, useState } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly isOff: boolean;
  readonly read: (text: string) => { value: number } | { problem: string };
  /** Answers with the sentence that says why not. */
  readonly take: (value: number) => string | undefined;
}

/** A small whole number with a minus and a plus button. */
export function Stepper({ label, value, least, most, isOff, read, take }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const id = `stepper-${label.toLowerCase().replaceAll(" ", "-")}`;
  const put = (next: number) => {
    setProblem(take(next) ?? "");
    if (field.current) field.current.value = String(next);
  };
  const typed = () => {
    const found = read(field.current?.value ?? "");
    if ("value" in found) put(found.value);
    else setProblem(found.problem);
  };
  const leave = () => {
    if (field.current) field.current.value = String(value);
    setProblem("");
  };
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <span class="stepper">
        <button
          type="button"
          aria-label={`${label}: one less`}
          disabled={isOff || value <= least}
          onClick={() => put(value - 1)}
        >
          −
        </button>
        <input
          key={value}
          ref={field}
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          readOnly={isOff}
          defaultValue={String(value)}
          aria-invalid={problem !== ""}
          aria-describedby={problem === "" ? undefined : `${id}-problem`}
          onChange={typed}
          onKeyDown={(event) => {
            if (event.key === "Escape") leave();
            if (event.key === "ArrowUp" && value < most) put(value + 1);
            if (event.key === "ArrowDown" && value > least) put(value - 1);
          }}
        />
        <button
          type="button"
          aria-label={`${label}: one more`}
          disabled={isOff || value >= most}
          onClick={() => put(value + 1)}
        >
          +
        </button>
      </span>
      {problem !== "" && (
        <span class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
