import type { Session } from "../session.ts";

/** Whoever calls patches when numbers changed. */
export interface FrameSource {
  /** Counts the frames in which numbers changed. */
  readonly frames: number;
  onFrame(patch: () => void): () => void;
}

/** So long after the last change everything out of sight follows, in milliseconds. */
const PAUSE = 150;

/** What lies so far outside the window counts as in sight: it may be scrolled there before the next frame. */
const MARGIN = "50% 0px";

const late = new Set<() => void>();
let lastChange = 0;
let timer = 0;

/** Does something when the reader pauses; one timer for the whole page. */
function wait(run: () => void): void {
  late.add(run);
  lastChange = performance.now();
  if (timer === 0) timer = window.setTimeout(catchUp, PAUSE);
}

function catchUp(): void {
  const rest = lastChange + PAUSE - performance.now();
  if (rest > 0) {
    timer = window.setTimeout(catchUp, rest);
    return;
  }
  timer = 0;
  for (const run of late) run();
  late.clear();
}

/**
 * The frames of one part of the page. In sight, its patches run in the very frame in which numbers change; out
 * of sight they wait until it comes near or the reader pauses. So a drag costs what can be seen.
 */
export class Nearby implements FrameSource {
  readonly #session: Session;
  readonly #patches = new Set<() => void>();
  readonly #observer: IntersectionObserver;
  readonly #stop: () => void;
  #isNear = true;
  #isLate = false;

  constructor(session: Session, element: Element) {
    this.#session = session;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)?.isIntersecting ?? true;
        if (this.#isNear && this.#isLate) this.#run();
      },
      { rootMargin: MARGIN },
    );
    this.#observer.observe(element);
    this.#stop = session.onFrame(() => {
      if (this.#isNear) this.#run();
      else {
        this.#isLate = true;
        wait(this.#catchUp);
      }
    });
  }

  readonly #catchUp = (): void => {
    if (this.#isLate) this.#run();
  };

  get frames(): number {
    return this.#session.frames;
  }

  onFrame(patch: () => void): () => void {
    this.#patches.add(patch);
    return () => this.#patches.delete(patch);
  }

  stop(): void {
    this.#stop();
    this.#observer.disconnect();
    this.#isLate = false;
  }

  #run(): void {
    this.#isLate = false;
    for (const patch of this.#patches) patch();
  }
}
