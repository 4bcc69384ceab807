import { render } from "preact";

import type { LiveEquation, PageClaim } from "../../engine/index.ts";
import type { FrameSource } from "../frames.ts";
import type { Machine } from "../machine.ts";
import type { Session } from "../session.ts";
import { EvidenceTable } from "./evidence-table.tsx";
import { ShapeTable } from "./shape-table.tsx";
import { SidesTable } from "./sides-table.tsx";

/** Puts the live tables of an equation into its opened body, in place of the still ones. Answers with what removes them. */
export function openEquation(session: Session, key: string, body: HTMLElement): () => void {
  const still = body.querySelector<HTMLElement>(".still");
  const place = document.createElement("div");
  place.className = "live-tables";
  body.prepend(place);
  render(<Opened session={session} name={key} />, place);
  if (still) still.hidden = true;
  return () => {
    render(null, place);
    place.remove();
    if (still) still.hidden = false;
  };
}

interface OpenedProps {
  readonly session: Session;
  readonly name: string;
}

function Opened({ session, name }: OpenedProps) {
  // Read, so that other sizes make the tables anew.
  const generation = session.generation.value;
  const machine = session.machine.value;
  const claim = machine?.claims.get(name);
  if (!machine || !claim) return null;
  return <Tables key={generation} frames={session} {...{ machine, claim }} />;
}

interface Props {
  readonly frames: FrameSource;
  readonly machine: Machine;
  readonly claim: PageClaim;
}

function Tables({ frames, machine, claim }: Props) {
  const equation: LiveEquation = machine.page.equation(claim);
  const { sentence } = equation.here();
  return (
    <>
      {sentence !== "" && <p>{sentence}</p>}
      {equation.places.length > 0 && (
        <>
          <SidesTable frames={frames} equation={equation} />
          <EvidenceTable frames={frames} equation={equation} />
        </>
      )}
      <ShapeTable equation={equation} />
    </>
  );
}
