import type { Condition, IndexCondition, TypedClaim } from "../../language/index.ts";
import { printNode } from "../../language/index.ts";
import type { Run } from "./claim.ts";
import { HOLDS } from "./compare.ts";
import { describeRange } from "./places.ts";
import type { PartJudgement } from "./judgement.ts";

/** Accepted networks that a claim must survive. */
export const DRAWS = 20;

/** What can be said of a claim that no network refuted. */
export function conclude(
  claim: TypedClaim,
  runs: readonly Run[],
  conditions: readonly Condition[],
): PartJudgement {
  const distances = runs.map(({ worst }) => worst?.distance ?? 0);
  const worst = claim.order ? null : Math.max(0, ...distances);
  const found = { layers: layersOf(claim, conditions), places: runs[0]?.places ?? 0, worst };
  if (runs.length < DRAWS) {
    const message = `Only ${runs.length} of ${DRAWS} networks could be used: the others meet a kink, or numbers too large or too small for the machine.`;
    return { ...found, verdict: "cannot tell", message };
  }
  if (worst !== null && worst > HOLDS) {
    const message = `The sides differ by ${worst.toExponential(1)} of their size: more than rounding, less than a mistake.`;
    return { ...found, verdict: "cannot tell", message };
  }
  if (runs.some(({ isBlurred }) => isBlurred)) {
    const message = "So much cancels here that rounding alone would hide a mistake.";
    return { ...found, verdict: "cannot tell", message };
  }
  const faint = faintPart(runs);
  if (faint) {
    const message = `${faint} is so small beside what it meets that a mistake in it could not be seen.`;
    return { ...found, verdict: "cannot tell", message };
  }
  const bracket = constantBracket(runs);
  if (bracket) {
    const message = `${bracket} of every network, so it was not put to the test.`;
    return { ...found, verdict: "cannot tell", message };
  }
  const literal = claim.sides.some((side) => side.kind === "number");
  if (
    !literal &&
    !claim.order &&
    runs.every(({ allVoid }) => allVoid) &&
    runs[0]?.program.network.given.size
  ) {
    return {
      ...found,
      verdict: "cannot tell",
      message: "Both sides are 0 on these numbers, whatever the rule is.",
    };
  }
  return { ...found, verdict: "holds", message: "Both sides agree on every network." };
}

/** A bracket or a case that applied at every place of every network, or at none. */
function constantBracket(runs: readonly Run[]): string | null {
  const nodes = new Set(runs.flatMap(({ resolution }) => [...resolution.truths().keys()]));
  for (const node of nodes) {
    const seen = runs.flatMap(({ resolution }) => resolution.truths().get(node) ?? []);
    const isMet = seen.some(({ met }) => met);
    const isCase = node.kind !== "iverson" && node.kind !== "operation";
    if (isMet && (isCase || seen.some(({ missed }) => missed))) continue;
    if (node.kind === "iverson" && comparesNumbers(node.condition)) continue;
    return `${printNode(node)} applied ${isMet ? "at every" : "at no"} place`;
  }
  return null;
}

/** `[1 = 1]` is decided by itself; `[n_1 = n_2]` by the networks that were drawn. */
const comparesNumbers = ({ left, right }: IndexCondition): boolean =>
  left.terms.length + right.terms.length === 0;

/** A part that was faint on every network. */
function faintPart(runs: readonly Run[]): string | null {
  const [first, ...rest] = runs;
  const part = first?.resolution
    .faint()
    .find(({ node, place }) => rest.every(({ resolution }) => resolution.isFaint(node, place)));
  return part ? printNode(part.node) : null;
}

/** "k = 2 … L−1": where the labels of a claim run. */
export const layersOf = (claim: TypedClaim, conditions: readonly Condition[]): string | null =>
  claim.free
    .map((index) => describeRange(index, conditions))
    .filter((one) => one !== null)
    .join(", ") || null;
