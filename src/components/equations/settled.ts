import type { FrameSource } from "../frames.ts";

/** So long nothing must change before what is dear is computed, in milliseconds. */
const QUIET = 150;

/** Frames as another source has them, and one more when the numbers have come to rest. */
export class SettledFrames implements FrameSource {
  frames = 0;
  /** Numbers are changing: what is dear is not known now. */
  isMoving = false;
  readonly #source: FrameSource;
  readonly #patches = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = (): void => {};

  constructor(source: FrameSource) {
    this.#source = source;
  }

  onFrame(patch: () => void): () => void {
    if (this.#patches.size === 0) this.#stop = this.#source.onFrame(() => this.#move());
    this.#patches.add(patch);
    return () => {
      this.#patches.delete(patch);
      if (this.#patches.size > 0) return;
      this.#stop();
      clearTimeout(this.#timer);
    };
  }

  /** Patches are told once when numbers begin to move, and once when they rest. */
  #move(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isMoving = false;
      this.#run();
    }, QUIET);
    if (this.isMoving) return;
    this.isMoving = true;
    this.#run();
  }

  #run(): void {
    this.frames += 1;
    for (const patch of this.#patches) patch();
  }
}
