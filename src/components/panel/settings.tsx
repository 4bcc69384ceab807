import { useState } from "preact/hooks";

import {
  ACTIVATIONS,
  chooseActivation,
  MAX_LAYERS,
  MAX_WIDTH,
  MIN_LAYERS,
  readWidth,
  reseed,
  resizeLayer,
  setDepth,
  type Change,
} from "../../engine/index.ts";
import type { Session } from "../session.ts";
import { Stepper } from "./stepper.tsx";

interface Props {
  readonly session: Session;
  readonly isOff: boolean;
}

/** Sizes, g and the seed of all numbers. */
export function Settings({ session, isOff }: Props) {
  const sizes = session.sizes.value;
  const change = (make: Change) => session.change(make);
  return (
    <details class="fold">
      <summary>Sizes, g and seed</summary>
      <div class="settings">
        <Stepper
          label="Layers"
          value={sizes.length}
          least={MIN_LAYERS}
          most={MAX_LAYERS}
          isOff={isOff}
          read={(text) =>
            /^\s*\d+\s*$/.test(text) && Number(text) >= MIN_LAYERS && Number(text) <= MAX_LAYERS
              ? { value: Number(text) }
              : { problem: `A network has ${MIN_LAYERS} to ${MAX_LAYERS} layers here.` }
          }
          take={(value) => change(setDepth(session.reader.peek(), value))}
        />
        {sizes.map((size, at) => (
          <Stepper
            key={at}
            label={`Neurons in layer ${at + 1}`}
            value={size}
            least={1}
            most={MAX_WIDTH}
            isOff={isOff}
            read={readWidth}
            take={(value) => change(resizeLayer(session.reader.peek(), at + 1, value))}
          />
        ))}
        <div class="setting">
          <label for="network-g">
            Activation <i>g</i>
          </label>
          <select
            id="network-g"
            value={session.g.value}
            disabled={isOff}
            onChange={(event) =>
              change(chooseActivation(session.reader.peek(), event.currentTarget.value))
            }
          >
            {ACTIVATIONS.map((name) => (
              <option key={name} value={name} selected={name === session.g.value}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Seed session={session} isOff={isOff} />
      </div>
    </details>
  );
}

function Seed({ session, isOff }: Props) {
  const [problem, setProblem] = useState("");
  const seed = session.seed.value;
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("seed");
        setProblem(session.change(reseed(session.reader.peek(), String(typed))) ?? "");
      }}
    >
      <label for="network-seed">Seed of the numbers</label>
      <input
        key={seed}
        id="network-seed"
        name="seed"
        type="text"
        autocomplete="off"
        spellcheck={false}
        readOnly={isOff}
        defaultValue={seed}
        aria-invalid={problem !== ""}
        aria-describedby={problem === "" ? undefined : "network-seed-problem"}
      />
      <button type="submit" disabled={isOff}>
        Draw
      </button>
      {problem !== "" && (
        <span class="problem" id="network-seed-problem" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}
