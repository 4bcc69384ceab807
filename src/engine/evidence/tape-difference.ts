import { Intervention } from "../tape/index.ts";
import type { Slot, Tape } from "../tape/index.ts";
import { finiteDifference } from "./finite-difference.ts";
import type { DifferenceEvidence } from "./verdict.ts";

/**
 * The finite difference of an output by a slot of the tape, a leaf or an interior one: the slot is
 * set to nearby values and all downstream of it is computed anew. Kinks are found by comparing on
 * which side of each kink the operations are. The tape is left as it is.
 */
export const differenceOnTape = (
  tape: Tape,
  output: Slot,
  slot: Slot,
  difference: typeof finiteDifference = finiteDifference,
): DifferenceEvidence => {
  const intervention = new Intervention(tape, [slot], [output]);
  return difference(
    (x) => intervention.at([x])[0]!,
    tape.value(slot),
    (x) => intervention.sidesAt([x]),
  );
};
