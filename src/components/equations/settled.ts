import type { FrameSource } from "../frames.ts";

/** So long nothing must change before what is dear is computed, in milliseconds. */
const QUIET = 150;

/** Frames as another source has them, and one more when the numbers have come to rest. */
export class SettledFrames implements FrameSource {
  frames = 0;
  /** Numbers are changing: what is dear is not known now. */
  isMoving = false;
  readonly #source: FrameSource;

  constructor(source: FrameSource) {
    this.#source = source;
  }

  onFrame(patch: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = this.#source.onFrame(() => {
      this.isMoving = true;
      patch();
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.isMoving = false;
        this.frames += 1;
        patch();
      }, QUIET);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }
}
