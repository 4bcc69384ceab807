import { lettersOf, sameAffine } from "./affine.ts";
import type { TypedClaim } from "./typed.ts";
import { isCount } from "./model.ts";
import { printCondition } from "./printers/latex.ts";
import type { Context } from "./shapes/context.ts";
import { report } from "./shapes/context.ts";
import type { Condition } from "./tree.ts";

/** No network of the book is larger; beyond it the work would not be bounded. */
const MAX_COUNT = 256;
const MAX_LAYERS = 12;

/** Every condition must be about the claims beside it, and no two may contradict each other. */
export function checkConditions(
  context: Context,
  conditions: readonly Condition[],
  claims: readonly TypedClaim[],
): void {
  const free = new Set(claims.flatMap((claim) => claim.free.map(({ name }) => name)));
  conditions.forEach((one, at) => {
    refuseTwice(context, one, conditions.slice(0, at));
    if (one.kind === "count") checkCount(context, one);
    if (one.kind === "range" || one.kind === "index") checkLetters(context, one, free);
  });
  for (const { chain, free: own } of claims) {
    const names = new Set(own.map(({ name }) => name));
    chain.conditions?.forEach((one, at, all) => {
      refuseTwice(context, one, [...conditions, ...all.slice(0, at)]);
      if (one.kind === "range" || one.kind === "index") checkLetters(context, one, names);
    });
  }
  refuseLoneValue(context, claims);
}

function refuseTwice(context: Context, one: Condition, earlier: readonly Condition[]): void {
  const subject = subjectOf(one);
  const other = earlier.find((before) => subject !== null && subjectOf(before) === subject);
  if (!other || saysTheSame(one, other)) return;
  const message = `${printCondition(one)} contradicts ${printCondition(other)}.`;
  const code = one.kind === "range" ? "index" : "syntax";
  report(context, code, message, one.span, { related: [other.span] });
}

function subjectOf(one: Condition): string | null {
  if (one.kind === "index") return null;
  return one.kind === "range" ? `range ${one.index}` : `${one.kind} ${one.name}`;
}

function saysTheSame(one: Condition, other: Condition): boolean {
  if (one.kind === "range" && other.kind === "range") {
    return sameAffine(one.from, other.from) && sameAffine(one.to, other.to);
  }
  return printCondition(one) === printCondition(other);
}

function checkCount(context: Context, one: Extract<Condition, { kind: "count" }>): void {
  const isDepth = one.name === "L" && Object.keys(context.model.judge.widths).length > 0;
  const [least, most] = isDepth ? [2, MAX_LAYERS] : [1, MAX_COUNT];
  if (one.value >= least && one.value <= most) return;
  report(context, "limit", `${one.name} is a number from ${least} to ${most}.`, one.span);
}

function checkLetters(
  context: Context,
  one: Extract<Condition, { kind: "range" | "index" }>,
  free: ReadonlySet<string>,
): void {
  const { model } = context;
  const affines =
    one.kind === "range" ? [one.from, one.to] : [one.condition.left, one.condition.right];
  const letters = affines.flatMap(lettersOf).filter((name) => !isCount(model, name));
  if (one.kind === "range" && letters.includes(one.index)) {
    report(
      context,
      "index",
      `The range of ${one.index} is given by ${one.index} itself.`,
      one.span,
    );
  }
  const subjects = one.kind === "range" ? [one.index, ...letters] : letters;
  const foreign = subjects.find((name) => !free.has(name));
  if (foreign === undefined) return;
  const message = `${foreign} does not stand free in the equation, so nothing can be said of it.`;
  report(context, "index", message, one.span);
}

/** `z_1^{(k)} = z_1^{(3)}, k = 3, 4`: a value beside a claim says nothing. */
function refuseLoneValue(context: Context, claims: readonly TypedClaim[]): void {
  const values = claims.filter(({ sides }) => sides.length === 1);
  if (values.length === claims.length) return;
  for (const { chain } of values) {
    report(context, "syntax", "A value stands here beside a claim: it claims nothing.", chain.span);
  }
}
