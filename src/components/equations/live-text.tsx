import { useRef } from "preact/hooks";

import { usePatch } from "../panel/live-number.tsx";
import type { Session } from "../session.ts";

interface Props {
  readonly session: Session;
  readonly read: () => string;
}

/** A text that is patched in every frame in which numbers changed. */
export function LiveText({ session, read }: Props) {
  const element = useRef<HTMLSpanElement>(null);
  usePatch(session, () => {
    const node = element.current?.firstChild as Text | null | undefined;
    const now = read();
    if (node && node.data !== now) node.data = now;
  });
  return <span ref={element}>{read()}</span>;
}
