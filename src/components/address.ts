import { decode, encode, isPocket, joinFragment, splitFragment } from "../engine/index.ts";
import type { Session } from "./session.ts";

const STORED = "network";
/** So long a pause ends a drag: then the address is written. */
const PAUSE = 250;
const TOO_LONG = "This network has too many changed numbers for a link. It is kept on this device.";

/**
 * Keeps the reader's network in the address and on the device. The address wins over the device; a damaged
 * one gives the pocket net and a notice. Answers with what undoes it all.
 */
export function keepAddress(session: Session): () => void {
  openFirst(session);
  let timer = 0;
  let isClean = true;
  const write = () => {
    clearTimeout(timer);
    timer = 0;
    if (isClean) return;
    isClean = true;
    writeNow(session);
  };
  // The first call is for the network that was just read.
  let isFirst = true;
  const stop = session.history.subscribe(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    isClean = false;
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE);
  });
  const follow = () => {
    const { net } = splitFragment(location.hash);
    if (net === null) writeNow(session);
    else if (net !== encode(session.reader.value, session.pocket)) openText(session, net);
  };
  addEventListener("pagehide", write);
  addEventListener("hashchange", follow);
  return () => {
    stop();
    write();
    removeEventListener("pagehide", write);
    removeEventListener("hashchange", follow);
  };
}

function openFirst(session: Session): void {
  const { anchor, net } = splitFragment(location.hash);
  const stored = decode(readStored()).reader ?? null;
  if (net !== null) {
    openText(session, net, stored);
    // The browser looks for an element that is called like the whole fragment.
    if (anchor !== "") document.getElementById(anchor)?.scrollIntoView();
  } else if (stored && !isPocket(stored, session.pocket)) {
    session.open(stored, null);
    writeNow(session, stored);
  }
}

function openText(
  session: Session,
  net: string,
  before: ReturnType<typeof decode>["reader"] | null = session.reader.value,
): void {
  const { reader, problem } = decode(net);
  if (reader) session.open(reader, before ?? null);
  else {
    session.reset();
    session.notice.value = problem;
  }
}

function writeNow(session: Session, reader = session.reader.value): void {
  const text = encode(reader, session.pocket);
  try {
    if (text === "") localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, text);
  } catch {
    // Storage may be forbidden; then the address alone keeps the network.
  }
  const { anchor } = splitFragment(location.hash);
  const fragment = joinFragment(anchor, text);
  if (fragment === null) session.notice.value = TOO_LONG;
  const next = fragment ?? (anchor === "" ? "" : `#${anchor}`);
  if (next !== location.hash)
    history.replaceState(history.state, "", next || location.pathname + location.search);
}

function readStored(): string {
  try {
    return localStorage.getItem(STORED) ?? "";
  } catch {
    return "";
  }
}
