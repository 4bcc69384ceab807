import { useRef } from "preact/hooks";

import type { FrameSource } from "../frames.ts";
import { useNumberPatch, usePatch } from "../panel/live-number.tsx";

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

interface CellProps {
  readonly frames: FrameSource;
  readonly read: () => number;
  readonly format: (value: number) => string;
}

/** A number in a table, patched likewise. */
export function LiveCell({ frames, read, format }: CellProps) {
  const element = useRef<HTMLSpanElement>(null);
  usePatch(frames, useNumberPatch(element, read, format));
  return <span ref={element}>{format(read())}</span>;
}
