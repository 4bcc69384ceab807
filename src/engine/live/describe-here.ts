import { formatNumber, formatPower } from "./format.ts";
import type { Here, LiveEquation } from "./live-equation.ts";

/** What stands in the margin of an equation for one network, as plain texts. */
export interface HereText {
  /** "equal", or the sentence that says why there are no numbers. */
  readonly summary: string;
  /** "k = 2, i = 1" of the place whose numbers are shown; may be empty. */
  readonly at: string;
  /** "−0.0553 = −0.0553"; empty where there are no numbers. */
  readonly numbers: string;
}

/** How an equation stands on its network, and the numbers of its first place. */
export function describeHere(equation: LiveEquation, here: Here = equation.here()): HereText {
  const [place] = equation.places;
  const [entry] = place ? equation.readings(place) : [];
  if (here.sentence !== "" || !place || !entry)
    return { summary: here.sentence || "a claim about shapes", at: "", numbers: "" };
  const letters = [...place.letters].filter(([name]) => !name.startsWith("·"));
  const { left, right } = place.sides;
  const { rows, columns } = left.slots.length >= right.slots.length ? left : right;
  const entries = [
    ...letters.map(([name, value]) => `${name} = ${value}`),
    ...(rows * columns === 1
      ? []
      : [columns === 1 ? `row ${entry.entry[0]}` : `entry ${entry.entry.join(", ")}`]),
  ];
  const sign = place.claim.order ? "≈" : (SIGNS[place.sides.relation] ?? "=");
  const numbers =
    here.state === "value"
      ? formatNumber(entry.left)
      : `${formatNumber(entry.left)} ${sign} ${formatNumber(entry.right)}`;
  return { summary: summaryOf(here), at: entries.join(", "), numbers };
}

const SIGNS: Readonly<Record<string, string>> = { "\\le": "≤", "\\ge": "≥", "\\approx": "≈" };

function summaryOf({ state, distance }: Here): string {
  switch (state) {
    case "equal":
      return "equal";
    case "nearly equal":
      return `equal to ${formatPower(distance)}`;
    case "differs":
      return `off by ${formatPower(distance)}`;
    case "kink":
      return "at a kink of g: no verdict";
    case "order":
      return "close";
    default:
      return "value";
  }
}
