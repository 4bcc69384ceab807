import { Budget } from "../../language/index.ts";
import { examine, FAULT_KINDS } from "../fuzz/examine.ts";
import { candidate, FAMILY_NAMES, realEquations } from "../fuzz/strings.ts";
import { countIn, emptyTally, foundBy, type FamilyTally, type Found } from "../fuzz/tally.ts";
import type { Measurement } from "./measurement.ts";

export interface InputFigures {
  readonly strings: number;
  /** Equations of the book that strings were made from. */
  readonly equations: number;
  readonly families: readonly FamilyTally[];
  /** Steps that one string may take. */
  readonly budget: number;
  /** Strings that did what no string may do. */
  readonly found: readonly Found[];
  /** How often each clause of the contract was broken. */
  readonly broken: Readonly<Record<Found["kind"], number>>;
}

const STRINGS = 20_000;
const SEED = "input";
/** Fewer than this share of a family judged to an end would mean that only the parser was tried. */
const LEAST_JUDGED = 500;

/** What hostile and clumsy strings do to the language and the judge: nothing but be answered. */
export const input: Measurement<InputFigures> = {
  title: "Strings that are no equations",

  measure() {
    const found: Found[] = [];
    const families = FAMILY_NAMES.map((family) => {
      const tally = emptyTally(family);
      for (let at = 0; at < STRINGS / FAMILY_NAMES.length; at += 1) {
        const string = candidate(SEED, family, at);
        const examined = examine(string);
        countIn(tally, examined);
        found.push(...foundBy(family, at, string, examined));
      }
      return tally;
    });
    const strings = families.reduce((sum, one) => sum + one.strings, 0);
    const equations = realEquations().length;
    const broken = Object.fromEntries(
      FAULT_KINDS.map((kind) => [kind, found.filter((one) => one.kind === kind).length]),
    ) as InputFigures["broken"];
    return { strings, equations, families, budget: new Budget().steps, found, broken };
  },

  faults({ families, budget, found, strings }) {
    return [
      ...found.map(
        ({ kind, family, at, told, tex }) => `"${family}" ${at} ${kind} (${told}): ${tex}`,
      ),
      ...families
        .filter(({ mostSteps }) => mostSteps > budget)
        .map(({ family }) => `"${family}": a string took more steps than there are.`),
      ...(strings < STRINGS ? [`Only ${strings} strings were tried.`] : []),
      ...(judgedOf(families) < LEAST_JUDGED ? ["Too few strings came as far as the judge."] : []),
    ];
  },

  lines({ strings, equations, families, budget, broken }) {
    const refused = families.reduce((sum, one) => sum + total(one.refused), 0);
    const values = families.reduce((sum, one) => sum + one.values, 0);
    const limited = families.reduce((sum, one) => sum + one.limited, 0);
    const most = Math.max(...families.map(({ mostSteps }) => mostSteps));
    return [
      `${strings} strings of ${families.length} kinds, from ${equations} equations: ` +
        `${refused} refused with a reason, ${judgedOf(families)} judged, ${values} values`,
      FAULT_KINDS.map((kind) => `${kind}: ${broken[kind]}`).join(", "),
      `most steps ${most} of ${budget}; ${limited} refused for asking for more`,
    ];
  },
};

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const judgedOf = (families: readonly FamilyTally[]): number =>
  families.reduce((sum, { judged }) => sum + total(judged), 0);
