import type { Budget, TypedClaim, TypedEquation } from "../../language/index.ts";
import { Program } from "../compile/program.ts";
import { random } from "../random.ts";
import type { Network } from "../network.ts";
import type { Sides } from "./compare.ts";
import { gather } from "./claim.ts";

/** Steps of the search; more find little more. */
const STEPS = 1500;
/** Slots that may be passed over in all: a long tape is searched in fewer steps. */
const MOST_PASSED = 1_500_000;
/** So much of the budget is left for what comes after. */
const RESERVE = 100_000;
/** Numbers stay in the range in which nothing saturates and nothing vanishes. */
const MOST = 8;
const LEAST = 0.01;

/** Whether a claim has a side that may be at most another: random networks seldom come near the bound. */
export const isBound = ({ chain }: TypedClaim): boolean =>
  chain.relations.some((one) => ["\\le", "\\ge", "<", ">"].includes(one));

/**
 * Looks for numbers that break a bound: from one network, whole quantities are scaled and single numbers
 * moved, and what brings the sides nearer to the wrong order is kept. Gives the network where it ended.
 */
export function tightest(
  typed: TypedEquation,
  claim: TypedClaim,
  network: Network,
  budget: Budget,
): Network {
  const program = new Program(typed.model, network);
  program.restart(budget);
  const places = gather(program, claim, typed.conditions, Number.POSITIVE_INFINITY);
  const sides = places.flatMap((one) => one.sides);
  const movable = [...program.inputs].filter(([key]) => isMovable(program, key));
  if (movable.length === 0 || sides.length === 0) return network;
  const { tape } = program;
  const stream = random(`${network.seed}/bound`);
  let best = slack(program, sides);
  const steps = Math.min(STEPS, MOST_PASSED / tape.length);
  for (let step = 0; step < steps && budget.steps - budget.spent > RESERVE; step += 1) {
    program.sweep(claim.chain.span, tape.length);
    const [, { slots }] = stream.pick(movable);
    const old = slots.map((slot) => tape.value(slot));
    const one = stream.integer(3) === 0 ? -1 : stream.integer(slots.length);
    const scale = Math.exp(stream.normal());
    const size = 0.5 ** stream.integer(6);
    const moved = old.map((value, at) =>
      one < 0 ? value * scale : at === one ? value + size * stream.normal() : value,
    );
    const sizes = moved.map(Math.abs);
    if (Math.max(...sizes) > MOST || Math.max(...sizes) < LEAST) continue;
    slots.forEach((slot, at) => tape.write(slot, moved[at] as number));
    tape.run();
    const now = slack(program, sides);
    if (now < best) best = now;
    else slots.forEach((slot, at) => tape.write(slot, old[at] as number));
  }
  tape.run();
  const given = movable.map(
    ([key, { slots }]) => [key, slots.map((slot) => tape.value(slot))] as const,
  );
  return { ...network, given: new Map([...network.given, ...given]) };
}

/** A quantity that is drawn from all numbers and was not set by the caller. */
function isMovable({ model, network }: Program, key: string): boolean {
  const [name = ""] = key.split("|");
  return model.symbols.get(name)?.domain === "normal" && !network.given.has(key);
}

/** How far the sides are from the wrong order, relative to their size; negative where it is broken. */
function slack(program: Program, sides: readonly Sides[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of sides) {
    const isLess = one.relation === "\\le" || one.relation === "<";
    const sign = isLess ? 1 : one.relation === "\\ge" || one.relation === ">" ? -1 : 0;
    if (sign === 0) continue;
    const { tape } = program;
    const count = Math.max(one.left.slots.length, one.right.slots.length);
    for (let at = 0; at < count; at += 1) {
      // Values alone: the bounds of rounding would cost far more than the step.
      const [left, right] = [one.left, one.right].map(({ slots }) =>
        tape.value(slots[slots.length === 1 ? 0 : at] as number),
      ) as [number, number];
      const size = Math.max(Math.abs(left), Math.abs(right));
      const now = size > 0 ? (sign * (right - left)) / size : 0;
      if (Number.isFinite(now)) least = Math.min(least, now);
    }
  }
  return least;
}
