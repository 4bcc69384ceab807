import { useEffect, useMemo, useState } from "preact/hooks";

import { POCKET_SEED, reseed, type Pocket } from "../../engine/index.ts";
import { keepAddress } from "../address.ts";
import { followEquations } from "../equations/follow.ts";
import { Session, type Still } from "../session.ts";
import { Dial } from "./dial.tsx";
import { Drawing } from "./drawing.tsx";
import { Matrices } from "./matrices.tsx";
import { Notes } from "./notes.tsx";
import { Sentence } from "./sentence.tsx";
import { Settings } from "./settings.tsx";

interface Props {
  readonly pocket: Pocket;
  /** What the pocket net computes, from the build. */
  readonly still: Still;
}

/**
 * The reader's network: drawn, to be changed, followed by every equation of the page. The build renders it
 * with the numbers of the pocket net, so it stands there complete before any script runs.
 */
export function NetworkPanel({ pocket, still }: Props) {
  const session = useMemo(() => new Session(pocket, still), [pocket, still]);
  const [isOff, setOff] = useState(true);
  const [isFolded, setFolded] = useState(false);
  const [below, setBelow] = useState<Below>("\\delta");
  // Read, so that other sizes and a new machine render the panel anew.
  void session.generation.value;
  useEffect(() => {
    setOff(false);
    const stops = [followEquations(session), keepAddress(session)];
    return () => stops.forEach((stop) => stop());
  }, [session]);
  const common = { session, isOff };
  return (
    <>
      <section
        class="network"
        aria-labelledby="network-title"
        data-waiting={session.isWaiting.value}
        data-folded={isFolded}
        onPointerEnter={() => void session.load()}
      >
        <header class="network-head">
          <h2 id="network-title">Your network</h2>
          <Brief session={session} />
          <button
            type="button"
            class="fold-button"
            aria-expanded={!isFolded}
            aria-controls="network-body"
            disabled={isOff}
            onClick={() => setFolded(!isFolded)}
          >
            {isFolded ? "Unfold" : "Fold"}
          </button>
        </header>
        <div id="network-body">
          <Actions {...common} />
          <Drawing {...common} below={below} />
          <Sentence session={session} />
          <BelowChoice below={below} choose={setBelow} isOff={isOff} />
          <Settings {...common} />
          <Matrices {...common} />
          <Notes session={session} />
        </div>
      </section>
      <Dial {...common} />
    </>
  );
}

type Below = "z" | "\\delta";

function BelowChoice({
  below,
  choose,
  isOff,
}: {
  readonly below: Below;
  readonly choose: (below: Below) => void;
  readonly isOff: boolean;
}) {
  return (
    <div class="below-choice" role="radiogroup" aria-labelledby="below-choice">
      <span id="below-choice">Below each neuron:</span>
      {(["\\delta", "z"] as const).map((symbol) => (
        <label key={symbol}>
          <input
            type="radio"
            name="below"
            checked={below === symbol}
            disabled={isOff}
            onChange={() => choose(symbol)}
          />
          <i>{symbol === "z" ? "z" : "δ"}</i>
        </label>
      ))}
    </div>
  );
}

function Brief({ session }: { session: Session }) {
  const seed = session.seed.value;
  const changed = seed === POCKET_SEED ? "pocket net, changed" : `seed ${seed}`;
  return (
    <p class="network-brief">
      {session.sizes.value.join("–")}, <i>g</i> = {session.g.value} ·{" "}
      {session.isPocket.value ? "pocket net" : changed}
    </p>
  );
}

function Actions({ session, isOff }: { session: Session; isOff: boolean }) {
  // A seed that the reader can read out to somebody else.
  const draw = () => {
    const seed = String(1 + Math.floor(9999 * Math.random()));
    session.change(reseed(session.reader.peek(), seed));
  };
  return (
    <div class="network-actions">
      <button
        type="button"
        disabled={isOff || !session.canUndo.value}
        onClick={() => session.undo()}
      >
        Undo
      </button>
      <button
        type="button"
        disabled={isOff || !session.canRedo.value}
        onClick={() => session.redo()}
      >
        Redo
      </button>
      <button type="button" disabled={isOff} onClick={draw}>
        New numbers
      </button>
      <button type="button" disabled={isOff} onClick={() => session.reset()}>
        Pocket net
      </button>
    </div>
  );
}
