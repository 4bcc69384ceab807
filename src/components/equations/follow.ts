import type { LiveEquation } from "../../engine/index.ts";
import type { Machine } from "../machine.ts";
import type { Session } from "../session.ts";
import { SettledFrames } from "./settled.ts";

/** Work of one slice between two frames, in milliseconds. */
const SLICE = 6;

/** One displayed equation of the page. */
interface Figure {
  readonly key: string;
  readonly element: HTMLElement;
  readonly summary: Text;
  readonly at: Text;
  readonly numbers: Text;
  equation: LiveEquation | null;
  /** In sight or close to it, so that it follows in every frame; the others do when the numbers rest. */
  isNear: boolean;
  /** State and numbers that stand there: what has not changed is not written again. */
  shown: string;
}

/** Makes the margins of all displayed equations follow the reader's network, and what is opened in them. */
export function followEquations(session: Session): () => void {
  const figures = [...document.querySelectorAll<HTMLElement>("figure.equation[data-equation]")]
    .map(figureOf)
    .filter((figure) => figure !== null);
  const bind = (machine: Machine) => {
    const todo = [...figures].sort((one, other) => nearness(one) - nearness(other));
    for (const figure of figures) Object.assign(figure, { equation: null, shown: "" });
    const { page } = machine;
    const slice = () => {
      const until = performance.now() + SLICE;
      while (todo.length > 0 && performance.now() < until) {
        // Other sizes came meanwhile; their own slices are under way.
        if (machine.page !== page) return;
        const figure = todo.shift()!;
        const claim = machine.claims.get(figure.key);
        if (!claim) continue;
        figure.equation = page.equation(claim);
        show(machine, figure, session);
      }
      if (todo.length > 0) setTimeout(slice);
    };
    slice();
  };
  const showAll = (wanted: (figure: Figure) => boolean) => {
    const machine = session.machine.peek();
    if (machine) for (const figure of figures) if (wanted(figure)) show(machine, figure, session);
  };
  const settled = new SettledFrames(session);
  const stops = [
    watchNearness(figures, () => showAll(({ isNear }) => isNear)),
    session.generation.subscribe(() => {
      const machine = session.machine.peek();
      if (machine) bind(machine);
    }),
    session.onFrame(() => showAll(({ isNear }) => isNear)),
    settled.onFrame(() => {
      if (!settled.isMoving) showAll(({ isNear }) => !isNear);
    }),
    ...figures.map((figure) => openOnDemand(session, figure)),
  ];
  return () => stops.forEach((stop) => stop());
}

function figureOf(element: HTMLElement): Figure | null {
  const parts = ["summary", "at", "numbers"].map((name) => {
    const part = element.querySelector(`.here-${name}`);
    if (part && !part.firstChild) part.append("");
    return part?.firstChild;
  });
  const [summary, at, numbers] = parts as [Text?, Text?, Text?];
  if (!summary || !at || !numbers) return null;
  const key = element.dataset.equation ?? "";
  return { key, element, summary, at, numbers, equation: null, isNear: true, shown: "" };
}

/** Keeps `isNear` as the reader scrolls: within one window of the one that is seen. */
function watchNearness(figures: readonly Figure[], onArrival: () => void): () => void {
  const byElement = new Map(figures.map((figure) => [figure.element as Element, figure]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const figure = byElement.get(target);
        if (figure) figure.isNear = isIntersecting;
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) onArrival();
    },
    { rootMargin: "100% 0px" },
  );
  for (const { element } of figures) observer.observe(element);
  return () => observer.disconnect();
}

/** How far from the window a figure stands: those in sight come first. */
function nearness({ element }: Figure): number {
  const { top } = element.getBoundingClientRect();
  return Math.abs(top - innerHeight / 2);
}

function show(machine: Machine, figure: Figure, session: Session): void {
  const { equation, element } = figure;
  if (!equation) return;
  const here = equation.here();
  const [place] = equation.places;
  const [first] = place ? equation.readings(place) : [];
  const who = session.isPocket.peek() ? "pocket net" : "your net";
  const shown = `${who}/${here.state}/${here.distance}/${here.sentence}/${first?.left}/${first?.right}`;
  if (shown === figure.shown) return;
  figure.shown = shown;
  const text = machine.describeHere(equation, here);
  if (element.dataset.here !== here.state) element.dataset.here = here.state;
  // A sentence of its own says which network it means.
  put(figure.summary, text.numbers === "" ? text.summary : `${who}: ${text.summary}`);
  put(figure.at, text.at);
  put(figure.numbers, text.numbers);
}

function put(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}

/** The tables of an equation are made when it is opened, and gone when it is closed. */
function openOnDemand(session: Session, { key, element }: Figure): () => void {
  const details = element.querySelector("details");
  const body = details?.querySelector<HTMLElement>(".opened-body");
  if (!details || !body) return () => {};
  let close: (() => void) | null = null;
  const toggle = async () => {
    if (!details.open) {
      close?.();
      close = null;
      return;
    }
    await session.load();
    const { openEquation } = await import("./opened.tsx");
    if (details.open) close ??= openEquation(session, key, body);
  };
  const listener = () => void toggle();
  details.addEventListener("toggle", listener);
  if (details.open) listener();
  return () => {
    details.removeEventListener("toggle", listener);
    close?.();
  };
}
