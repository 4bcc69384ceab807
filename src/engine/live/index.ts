/** A reader's network and the equations of a page on it. */
export {
  chooseActivation,
  readNumber,
  readWidth,
  reseed,
  resizeLayer,
  setDepth,
  setNumber,
  type Change,
} from "./changes.ts";
export { decode, encode, joinFragment, splitFragment } from "./codec.ts";
export type { PageClaim } from "./conditions.ts";
export { describeHere, type HereText } from "./describe-here.ts";
export { formatExact, formatNumber, formatPower } from "./format.ts";
export { advance, begin, redo, undo, type History } from "./history.ts";
export type { Here, LiveEquation, LivePlace } from "./live-equation.ts";
export { evidenceOf, type EvidenceNow, type LiveEvidence } from "./live-evidence.ts";
export { LivePage, PANEL_MODEL } from "./live-page.ts";
export { namesOf, type QuantityName } from "./names.ts";
export { hidingNotes } from "./notes.ts";
export {
  ACTIVATIONS,
  isPocket,
  MAX_LAYERS,
  MAX_NUMBER,
  MAX_WIDTH,
  MIN_LAYERS,
  numberAt,
  numbersOf,
  POCKET_SEED,
  pocketReader,
  positionOf,
  tensorsOf,
  type Place,
  type Pocket,
  type Reader,
  type Tensor,
} from "./reader.ts";
