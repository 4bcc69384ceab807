import type { Session } from "../session.ts";

/** A computation that several cells read, done once for each frame in which numbers changed. */
export function onceAFrame<Value>(session: Session, compute: () => Value): () => Value {
  let frame = -1;
  let value: Value | undefined;
  return () => {
    if (frame !== session.frames || value === undefined) {
      frame = session.frames;
      value = compute();
    }
    return value;
  };
}
