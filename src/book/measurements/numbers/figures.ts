import type { CurvePoint, FloorRow } from "./difference-floor.ts";
import type { BarRow } from "./error-bars.ts";
import type { PublicationRow } from "./publications.ts";
import type { ReferenceRow } from "./reference.ts";
import type { ResolutionRow } from "./resolution.ts";
import type { SelfCheck } from "./self-check.ts";
import type { FormulaRow } from "./stable-formulas.ts";

/** All that is measured of the numbers of the engine. */
export interface NumberFigures {
  readonly selfCheck: SelfCheck;
  readonly reference: readonly ReferenceRow[];
  readonly floors: readonly FloorRow[];
  /** The V, on a net with tanh and on one with ReLU. */
  readonly curve: Readonly<Record<"tanh" | "relu", readonly CurvePoint[]>>;
  readonly bars: {
    /** The bins of the rows' counts, in units of the error bar. */
    readonly edges: readonly number[];
    readonly normal: readonly BarRow[];
    readonly hiding: readonly BarRow[];
  };
  readonly resolution: readonly ResolutionRow[];
  readonly formulas: readonly FormulaRow[];
  readonly publications: readonly PublicationRow[];
}
