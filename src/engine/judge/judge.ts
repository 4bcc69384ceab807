import type {
  Condition,
  Diagnostic,
  Model,
  TypedClaim,
  TypedEquation,
} from "../../language/index.ts";
import { Budget, check, printNode, printShape } from "../../language/index.ts";
import { Program } from "../compile/program.ts";
import { Absent, Stop } from "../compile/refusal.ts";
import type { Run } from "./claim.ts";
import { isShortOfOrder, refutes, runClaim } from "./claim.ts";
import { FAILS } from "./compare.ts";
import { conclude, DRAWS, layersOf } from "./conclude.ts";
import type { Counterexample } from "./counterexample.ts";
import { describeRun, shrink } from "./counterexample.ts";
import type { Constraints } from "./draws.ts";
import { isBound, tightest } from "./search.ts";
import { constrain, drawNetwork, UNCONSTRAINED } from "./draws.ts";
import type { Judgement, PartJudgement, Verdict } from "./judgement.ts";

export interface JudgeOptions {
  readonly conditions?: readonly Condition[];
  readonly constraints?: Constraints;
  readonly seed?: string;
  /**
   * Whether a false claim is told with the smallest network that refutes it. It is, unless this is false:
   * then the first one is told, which takes about a tenth of the time. The verdict is the same.
   */
  readonly shrink?: boolean;
  /** The work that the whole judgement may take; the caller can read how much it took. */
  readonly budget?: Budget;
}

/** Networks that are drawn at most. */
const ATTEMPTS = 60;
/** Where more are rejected, a region is left out: `[z > \max(y, z)]` meets its kink wherever it is wrong. */
const MOST_REJECTED = 6;
/** From so many networks numbers are looked for that break a bound: each g is among them twice. */
const SEARCHES = 6;
/** On the first network every place is compared, on the others at most so many, drawn at random. */
const SAMPLED_PLACES = 60;
/** A tape that has grown past this is not reused for the next equation, which would pay for its length. */
const MAX_TAPE = 50_000;
/** Programs that are kept: each condition, such as m = 7, makes its own. */
const MAX_PROGRAMS = 500;

const nothing = {
  code: null,
  span: null,
  layers: null,
  places: 0,
  worst: null,
  counterexample: null,
};

/** Judges equations of one model; networks are drawn once and shared by all of them. */
export class Judge {
  readonly model: Model;
  readonly #programs = new Map<string, Program>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Reads, checks and runs an equation. Never throws for any input. */
  judge(source: string, options: JudgeOptions = {}): Judgement {
    const { budget = new Budget() } = options;
    const known = [...(options.conditions ?? []), ...sizeConditions(options.constraints)];
    const { typed, diagnostics } = check(source, this.model, known, budget);
    if (diagnostics.length > 0) return refused(typed, diagnostics);
    try {
      const constraints = constrain(options.constraints ?? UNCONSTRAINED, typed.conditions);
      const claims = typed.claims.filter((claim) => claim.sides.length > 1);
      const parts = claims.map((claim) =>
        this.#judgeClaim(typed, claim, constraints, { ...options, budget }),
      );
      return combine(typed, parts);
    } catch (error) {
      const span = { start: 0, end: source.length };
      if (error instanceof Stop) {
        return refused(typed, [{ code: error.code, message: error.message, span: error.span }]);
      }
      if (error instanceof Absent) {
        return refused(typed, [{ code: "no-place", message: error.message, span }]);
      }
      // Too high a derivative, or a recursion too deep for the machine.
      if (error instanceof RangeError) {
        return refused(typed, [{ code: "limit", message: `${error.message}.`, span }]);
      }
      throw error;
    }
  }

  /** The program of one draw, shared by the equations with the same constraints. */
  program(constraints: Constraints, seed: string, at: number): Program {
    const { counts, widths, choices, given } = constraints;
    const key = JSON.stringify([counts, widths, choices, seed, at, [...given]]);
    const known = this.#programs.get(key);
    if (known && known.tape.length < MAX_TAPE) return known;
    const program = new Program(this.model, drawNetwork(this.model, constraints, seed, at));
    if (this.#programs.size >= MAX_PROGRAMS) this.#programs.clear();
    this.#programs.set(key, program);
    return program;
  }

  #judgeClaim(
    typed: TypedEquation,
    claim: TypedClaim,
    constraints: Constraints,
    { seed = "1", shrink: isShrunk = true, budget }: JudgeOptions & { readonly budget: Budget },
  ): PartJudgement {
    const wrongShape = refuteShapes(claim);
    if (wrongShape) return wrongShape;
    const runs: Run[] = [];
    const blurred: Run[] = [];
    const refuted = (run: Run): PartJudgement => {
      const least = isShrunk ? shrink(this.model, typed, claim, run, constraints, budget) : run;
      return told(typed, claim, run, describeRun(least, claim));
    };
    let met = false;
    let rejected = 0;
    for (let at = 0; at < ATTEMPTS && runs.length < DRAWS && rejected <= MOST_REJECTED; at += 1) {
      const program = this.program(constraints, seed, at);
      const run = runClaim(program, claim, typed.conditions, {
        budget,
        ...(at > 0 ? { mostPlaces: SAMPLED_PLACES } : {}),
      });
      met ||= run.places > 0;
      if (refutes(run, claim, FAILS)) return refuted(run);
      // A network on which rounding hides a mistake is no witness; another one may be.
      if (run.accepted && run.places > 0) (run.isBlurred ? blurred : runs).push(run);
      else if (run.places > 0) rejected += 1;
    }
    if (!met) refuseNoPlace(claim, typed.conditions);
    for (let at = 0; isBound(claim) && at < SEARCHES; at += 1) {
      const drawn = drawNetwork(this.model, constraints, seed, at);
      const program = new Program(this.model, tightest(typed, claim, drawn, budget));
      const run = runClaim(program, claim, typed.conditions, { budget });
      if (refutes(run, claim, FAILS)) return refuted(run);
    }
    const witnesses = runs.length < DRAWS ? [...runs, ...blurred] : runs;
    return conclude(claim, witnesses, typed.conditions);
  }
}

/** A claim that a run refutes. */
function told(
  typed: TypedEquation,
  claim: TypedClaim,
  run: Run,
  counterexample: Counterexample,
): PartJudgement {
  const side = claim.sides[(run.worst?.at ?? 0) + 1];
  return {
    verdict: "fails",
    message: isShortOfOrder(run, claim)
      ? `The sides approach each other with order ${run.order?.toFixed(2)}, not ${claim.order?.order}.`
      : sentence(counterexample),
    span: side?.span ?? claim.chain.span,
    layers: layersOf(claim, typed.conditions),
    places: run.places,
    worst: run.worst?.distance ?? null,
    counterexample,
  };
}

/** ∈ is judged on symbols alone; what else the chain says is judged on networks. */
function refuteShapes(claim: TypedClaim): PartJudgement | null {
  for (const [at, relation] of claim.chain.relations.entries()) {
    const [left, right] = [claim.shapes[at], claim.shapes[at + 1]];
    const [node, space] = [claim.sides[at], claim.sides[at + 1]];
    if (relation !== "\\in" || !left || !right || !node || !space) continue;
    const [one, other] = [printShape(left), printShape(right)];
    if (one === other) continue;
    const message = `${printNode(node)} is ${one}, not ${other}.`;
    return { verdict: "fails", message, span: space.span, worst: null };
  }
  return null;
}

/** Where a condition stands, it may be what leaves no place. */
function refuseNoPlace(claim: TypedClaim, conditions: readonly Condition[]): never {
  const limiting = conditions.find(({ kind }) => kind === "index" || kind === "range");
  const message = limiting
    ? "With this condition no place is left at which every symbol exists."
    : "There is no place at which every symbol of this equation exists.";
  throw new Stop("no-place", message, limiting?.span ?? claim.chain.span);
}

/** Sizes that are fixed from outside say what L is, as a condition does. */
function sizeConditions(constraints: Constraints | undefined): Condition[] {
  const depth = constraints?.counts.L ?? Object.values(constraints?.widths ?? {})[0]?.length;
  if (depth === undefined) return [];
  return [{ kind: "count", name: "L", value: depth, span: { start: 0, end: 0 } }];
}

function sentence({ indices, left, right, entry }: Counterexample): string {
  const at = Object.entries(indices).map(([name, value]) => `${name} = ${value}`);
  if (entry) at.push(`entry (${entry.join(", ")})`);
  const where = at.length > 0 ? `At ${at.join(", ")} the` : "The";
  return `${where} left side is ${left.toPrecision(6)} and the right side is ${right.toPrecision(6)}.`;
}

function refused(typed: TypedEquation, diagnostics: readonly Diagnostic[]): Judgement {
  const [first] = diagnostics;
  return {
    ...nothing,
    verdict: "not understood",
    message: first?.message ?? "",
    code: first?.code ?? null,
    span: first?.span ?? null,
    diagnostics,
    typed,
  };
}

const SEVERITY: readonly Verdict[] = ["not understood", "fails", "cannot tell", "holds", "value"];

/** Several claims on one line: the worst verdict is the line's. */
function combine(typed: TypedEquation, parts: readonly PartJudgement[]): Judgement {
  const base = { ...nothing, message: "A value: it claims nothing.", diagnostics: [], typed };
  const [decisive] = [...parts].sort(
    (one, other) => SEVERITY.indexOf(one.verdict) - SEVERITY.indexOf(other.verdict),
  );
  if (!decisive) return { ...base, verdict: "value" };
  const layers = [...new Set(parts.map((part) => part.layers).filter(Boolean))].join("; ") || null;
  const places = parts.reduce((sum, part) => sum + (part.places ?? 0), 0);
  return { ...base, ...decisive, layers, places };
}
