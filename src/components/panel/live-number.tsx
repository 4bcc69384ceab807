import { useLayoutEffect, useRef } from "preact/hooks";

import { formatNumber } from "../../engine/index.ts";
import type { FrameSource } from "../equations/nearby.ts";
import type { Session } from "../session.ts";

/** Runs a patch after every rendering and in every frame in which numbers changed. */
export function usePatch(frames: FrameSource, patch: () => void): void {
  const latest = useRef(patch);
  latest.current = patch;
  useLayoutEffect(() => {
    latest.current();
  });
  useLayoutEffect(() => frames.onFrame(() => latest.current()), [frames]);
}

interface Props {
  readonly session: Session;
  readonly read: () => number;
  readonly decimals?: number;
  /** Inside a drawing the element is a tspan. */
  readonly isDrawn?: boolean;
}

/** A number bound to the tape: its text node is patched, nothing is rendered again. */
export function LiveNumber({ session, read, decimals = 4, isDrawn = false }: Props) {
  const element = useRef<HTMLElement & SVGTSpanElement>(null);
  const text = formatNumber(read(), decimals);
  usePatch(session, () => {
    const node = element.current?.firstChild as Text | null | undefined;
    const now = formatNumber(read(), decimals);
    if (node && node.data !== now) node.data = now;
  });
  return isDrawn ? (
    <tspan ref={element}>{text}</tspan>
  ) : (
    <span class="live-number" ref={element}>
      {text}
    </span>
  );
}
