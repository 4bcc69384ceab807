import type { Program } from "../compile/program.ts";
import { dependsOn, upstreamOf } from "../tape/index.ts";
import type { Sides } from "./compare.ts";

/** Closer than this to a kink, relative to 1, nothing is judged true. */
const KINK = 1e-7;

/**
 * How a claim stands to the kinks of its functions: it meets `none`; it meets one only in `values`, which
 * are right there too, so that a difference is a difference; or in `slopes`, which there are a convention.
 */
export type Kinks = "none" | "values" | "slopes";

export function kinksOf({ kinks, resolution, tape }: Program, sides: readonly Sides[]): Kinks {
  const near = [...kinks, ...resolution.kinks].filter(
    ({ slot, at }) => Math.abs(tape.value(slot) - at) <= KINK,
  );
  if (near.length === 0) return "none";
  const outputs = sides.flatMap(({ left, right }) => [...left.slots, ...right.slots]);
  if (!dependsOn(tape, outputs, new Set(near.map(({ result }) => result)))) return "none";
  const isSlope = (slot: number): boolean => {
    if (tape.kindName(slot) !== "apply") return false;
    const { fn, order } = tape.appliedFunction(slot);
    const at = tape.value(tape.operand(slot, 0));
    const meets = (fn.kinks ?? []).some((kink) => Math.abs(at - kink) <= KINK);
    // The step function is itself a slope: that of a maximum.
    return meets && (order > 0 || fn.name === "step");
  };
  return upstreamOf(tape, outputs).some(isSlope) ? "slopes" : "values";
}
