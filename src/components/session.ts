import { computed, signal } from "@preact/signals";

import {
  advance,
  begin,
  isPocket,
  numberAt,
  numbersOf,
  pocketReader,
  positionOf,
  redo,
  setNumber,
  tensorsOf,
  undo,
  type Change,
  type History,
  type Place,
  type Pocket,
  type Reader,
} from "../engine/index.ts";
import type { Machine } from "./machine.ts";

/** Numbers that the build computed on the pocket net: `z|2`, `E|`, and under `d` the slopes of E: `d\theta|1`. */
export type Still = Readonly<Record<string, readonly number[]>>;

/** The quantity that the page opens with, so that a worked example stands there before any touch. */
const FIRST_SELECTED: Place = { key: "\\theta|2", row: 0, column: 0 };

const stillKey = (name: string, labels: readonly number[]): string =>
  labels.length > 0 ? `${name}|${labels.join()}` : name;

const sameStructure = (one: Reader, other: Reader): boolean =>
  one.g === other.g && one.sizes.join() === other.sizes.join();

/**
 * What the islands of one page share: the reader's network with its past, and the one loop in which numbers
 * are written, the tape is run and all texts are patched, in one animation frame.
 *
 * The machine (language and engine) is fetched at the first touch. Until then the page shows the numbers of
 * the build, which are those of the pocket net.
 */
export class Session {
  readonly pocket: Pocket;
  readonly history;
  readonly reader;
  /** The parts of the network that are drawn; they do not change while a number is dragged. */
  readonly sizes;
  readonly g;
  readonly seed;
  readonly isPocket;
  readonly canUndo;
  readonly canRedo;
  /** Raised when the drawing, the readings and the tables must be made anew: other sizes, another g, a new machine. */
  readonly generation = signal(0);
  readonly machine = signal<Machine | null>(null);
  readonly selection = signal<Place>(FIRST_SELECTED);
  readonly notice = signal("");
  /** Whether the selected number stays in sight while the text is read; it does from the first touch on. */
  readonly isPinned = signal(false);
  /** Whether shown results lag behind the reader's numbers, because the machine is still on its way. */
  readonly isWaiting = signal(false);
  readonly #still: Still;
  readonly #patches = new Set<() => void>();
  #written: Reader;
  /** Counts the frames in which numbers changed, for those who compute once a frame. */
  frames = 0;
  #frame = 0;
  #loading: Promise<void> | null = null;

  constructor(pocket: Pocket, still: Still) {
    this.pocket = pocket;
    this.#still = still;
    this.history = signal<History<Reader>>(begin(pocketReader(pocket)));
    this.reader = computed(() => this.history.value.present);
    this.sizes = computed(() => this.reader.value.sizes);
    this.g = computed(() => this.reader.value.g);
    this.seed = computed(() => this.reader.value.seed);
    this.isPocket = computed(() => isPocket(this.reader.value, pocket));
    this.canUndo = computed(() => this.history.value.past.length > 0);
    this.canRedo = computed(() => this.history.value.future.length > 0);
    this.#written = this.history.value.present;
  }

  /** Whoever reads numbers of a generation while it is rendered is rendered again with the next one. */
  #renderAnew(): void {
    void this.generation.value;
  }

  /** Makes a change, or answers with the sentence that says why not. Changes of one gesture are undone together. */
  change(change: Change, gesture: string | null = null): string | undefined {
    if (!change.reader) return change.problem;
    this.notice.value = "";
    this.isPinned.value ||= this.canUndo.value === false;
    this.#go(advance(this.history.value, change.reader, gesture));
    return undefined;
  }

  /** Opens one number of the network. */
  select(place: Place): void {
    this.selection.value = place;
    this.isPinned.value = true;
    void this.load();
  }

  setNumber(place: Place, value: number, gesture: string | null = null): string | undefined {
    const { reader, problem } = setNumber(this.reader.value, this.pocket, place, value);
    const machine = this.machine.value;
    if (!reader || !machine || !sameStructure(reader, this.#written))
      return this.change(reader ? { reader } : { problem }, gesture);
    // The short way of a drag: this one number and no other.
    this.notice.value = "";
    this.isPinned.value = true;
    const columns = place.key.startsWith("\\theta")
      ? (reader.sizes[Number(place.key.split("|")[1]) - 1] ?? 1)
      : 1;
    machine.page.write(place.key, place.row * columns + place.column, value);
    this.#written = reader;
    this.history.value = advance(this.history.value, reader, gesture);
    this.schedule();
    return undefined;
  }

  /** Ends a gesture: the next change is a step of its own. */
  rest(): void {
    if (this.history.value.gesture !== null)
      this.history.value = { ...this.history.value, gesture: null };
  }

  undo(): void {
    this.#go(undo(this.history.value));
  }

  redo(): void {
    this.#go(redo(this.history.value));
  }

  reset(): void {
    this.#go(advance(this.history.value, pocketReader(this.pocket)));
  }

  /** The network of a link or of the last visit; what was there before can be gone back to. */
  open(reader: Reader, before: Reader | null): void {
    this.#go({ ...begin(reader), past: before ? [before] : [] });
  }

  /** Fetches the machine if it is not there. Called at the first sign of a touch. */
  load(): Promise<void> {
    this.#loading ??= import("./machine.ts").then(({ startMachine }) => {
      this.machine.value = startMachine(this.reader.value, this.pocket);
      this.#written = this.reader.value;
      this.isWaiting.value = false;
      this.generation.value += 1;
    });
    return this.#loading;
  }

  /** The present value of one number, for a patch. Made anew with each generation. */
  reading(name: string, labels: readonly number[], at: number): () => number {
    this.#renderAnew();
    const machine = this.machine.value;
    if (machine) return machine.page.reading(name, labels, at);
    const key = stillKey(name, labels);
    const tensor = tensorsOf(this.reader.value.sizes).find((one) => one.key === key);
    if (tensor) {
      const { row, column } = positionOf(tensor, at);
      return () => numberAt(this.reader.value, this.pocket, key, row, column);
    }
    return () => this.#still[key]?.[at] ?? Number.NaN;
  }

  /** The present ∂E by one given number. */
  slope(name: string, labels: readonly number[], at: number): () => number {
    this.#renderAnew();
    const machine = this.machine.value;
    if (machine) return machine.page.slope(name, labels, at);
    return () => this.#still[`d${stillKey(name, labels)}`]?.[at] ?? Number.NaN;
  }

  /** Registers what changes one text or attribute; it runs in every frame in which numbers changed. */
  onFrame(patch: () => void): () => void {
    this.#patches.add(patch);
    return () => this.#patches.delete(patch);
  }

  /** Asks for one frame in which everything follows. */
  schedule(): void {
    if (typeof requestAnimationFrame === "undefined") return;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.flush();
    });
  }

  /** Runs the tape and all patches now. */
  flush(): void {
    this.frames += 1;
    this.machine.value?.page.run();
    for (const patch of this.#patches) patch();
  }

  #go(history: History<Reader>): void {
    if (history === this.history.value) return;
    const machine = this.machine.value;
    if (!machine) {
      this.isWaiting.value = true;
      // Other sizes cannot be drawn before they are computed; numbers can.
      const isSame = sameStructure(history.present, this.reader.value);
      if (isSame) this.history.value = history;
      void this.load().then(() => {
        if (!isSame) this.#go(history);
      });
    } else if (sameStructure(history.present, this.#written)) {
      this.#write(history.present, machine);
      this.history.value = history;
    } else {
      machine.rebuild(history.present, this.pocket);
      this.#written = history.present;
      this.history.value = history;
      this.#keepSelection();
      this.generation.value += 1;
    }
    this.schedule();
  }

  /** Writes the numbers that differ from those on the tape. */
  #write(reader: Reader, machine: Machine): void {
    const isSameSeed = reader.seed === this.#written.seed;
    for (const tensor of tensorsOf(reader.sizes)) {
      // Within a seed only what was edited before or now can differ.
      const isTouched = [...reader.edits.keys(), ...this.#written.edits.keys()].some((position) =>
        position.startsWith(`${tensor.key}@`),
      );
      if (isSameSeed && !isTouched) continue;
      const before = numbersOf(this.#written, this.pocket, tensor);
      numbersOf(reader, this.pocket, tensor).forEach((value, at) => {
        if (value !== before[at]) machine.page.write(tensor.key, at, value);
      });
    }
    this.#written = reader;
  }

  /** A selected number that is gone gives way to the first one. */
  #keepSelection(): void {
    const { key, row, column } = this.selection.value;
    const tensor = tensorsOf(this.reader.value.sizes).find((one) => one.key === key);
    if (!tensor || row >= tensor.rows || column >= tensor.columns)
      this.selection.value = { key: "\\theta|1", row: 0, column: 0 };
  }
}
