import type { Measurement } from "./measurement.ts";
import { measureCurve, measureFloors } from "./numbers/difference-floor.ts";
import { EDGES, HIDING, measureErrorBars, NORMAL } from "./numbers/error-bars.ts";
import type { NumberFigures } from "./numbers/figures.ts";
import { faultsOf } from "./numbers/goals.ts";
import { linesOf } from "./numbers/lines.ts";
import { measurePublications } from "./numbers/publications.ts";
import { measureReference } from "./numbers/reference.ts";
import { measureResolution } from "./numbers/resolution.ts";
import { measureSelfCheck } from "./numbers/self-check.ts";
import { measureFormulas } from "./numbers/stable-formulas.ts";

export type { NumberFigures } from "./numbers/figures.ts";

/** How exact the engine's derivatives are, and what a finite difference can and cannot say of them. */
export const numbers: Measurement<NumberFigures> = {
  title: "Exact to rounding",
  measure: () => ({
    selfCheck: measureSelfCheck(),
    reference: measureReference(),
    floors: measureFloors(),
    curve: { tanh: measureCurve("tanh"), relu: measureCurve("relu") },
    bars: {
      edges: EDGES,
      normal: measureErrorBars(NORMAL),
      hiding: measureErrorBars(HIDING),
    },
    resolution: measureResolution(),
    formulas: measureFormulas(),
    publications: measurePublications(),
  }),
  faults: faultsOf,
  lines: linesOf,
};
