/** States that can be gone back to and forward again; immutable. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** Changes of one gesture bear one name and are undone together. */
  readonly gesture: string | null;
}

/** More steps back than anybody takes. */
const LONGEST = 200;

export const begin = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  gesture: null,
});

/** A new state. Within the same named gesture it replaces the last one, so that a drag is one step. */
export function advance<State>(
  history: History<State>,
  present: State,
  gesture: string | null = null,
): History<State> {
  const continues = gesture !== null && gesture === history.gesture;
  const past = continues ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present, future: [], gesture };
}

export function undo<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, gesture: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, gesture: null };
}
