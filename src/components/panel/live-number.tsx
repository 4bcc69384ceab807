import { useLayoutEffect, useRef } from "preact/hooks";

import { formatNumber } from "../../engine/index.ts";
import type { FrameSource } from "../frames.ts";
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

/** A patch that writes a number into an element; a number that rests is not even formatted. */
export function useNumberPatch(
  element: { readonly current: Element | null },
  read: () => number,
  format: (value: number) => string,
): () => void {
  const last = useRef<number | null>(null);
  // After a rendering the text is compared once more: it may be that of an earlier rendering.
  last.current = null;
  return () => {
    const value = read();
    if (Object.is(value, last.current)) return;
    last.current = value;
    const node = element.current?.firstChild as Text | null | undefined;
    const text = format(value);
    if (node && node.data !== text) node.data = text;
  };
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
  const value = read();
  usePatch(
    session,
    useNumberPatch(element, read, (one) => formatNumber(one, decimals)),
  );
  const text = formatNumber(value, decimals);
  return isDrawn ? (
    <tspan ref={element}>{text}</tspan>
  ) : (
    <span class="live-number" ref={element}>
      {text}
    </span>
  );
}
