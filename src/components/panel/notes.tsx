import { useEffect, useState } from "preact/hooks";

import { hidingNotes } from "../../engine/index.ts";
import type { Session } from "../session.ts";

/** So long after the last change the notes are looked over: they are not to flicker while a number is dragged. */
const PAUSE = 300;

/** Why this network could hide a wrong rule, and what the page has to say about links. */
export function Notes({ session }: { session: Session }) {
  const [notes, setNotes] = useState<readonly string[]>([]);
  useEffect(() => {
    let timer = 0;
    const look = () => {
      const slopes = session.machine.peek()?.page.activationSlopes() ?? [];
      const found = hidingNotes(session.reader.peek(), session.pocket, slopes);
      setNotes((before) => (before.join() === found.join() ? before : found));
    };
    const stop = session.history.subscribe(() => {
      clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return (
    <div class="network-notes" role="status">
      {session.notice.value !== "" && <p class="notice">{session.notice.value}</p>}
      {notes.length > 0 && (
        <>
          <p>The numbers of this network cannot refute some wrong rules:</p>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
