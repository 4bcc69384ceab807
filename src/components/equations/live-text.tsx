import { useRef } from "preact/hooks";

import { usePatch } from "../panel/live-number.tsx";
import type { FrameSource } from "./nearby.ts";

interface Props {
  readonly frames: FrameSource;
  readonly read: () => string;
}

/** A text that is patched in every frame in which numbers changed. */
export function LiveText({ frames, read }: Props) {
  const element = useRef<HTMLSpanElement>(null);
  usePatch(frames, () => {
    const node = element.current?.firstChild as Text | null | undefined;
    const now = read();
    if (node && node.data !== now) node.data = now;
  });
  return <span ref={element}>{read()}</span>;
}
