import type { FrameSource } from "../frames.ts";

/** A computation that several cells read, done once for each frame in which numbers changed. */
export function onceAFrame<Value>(frames: FrameSource, compute: () => Value): () => Value {
  let frame = -1;
  let value: Value | undefined;
  return () => {
    if (frame !== frames.frames || value === undefined) {
      frame = frames.frames;
      value = compute();
    }
    return value;
  };
}
