import type { Judgement } from "../engine/index.ts";
import { powerOfTen } from "./numbers.ts";

/** What the margin and the terminal say of a claim that holds: "holds · k = 2 … L−1 · 9 places · worst 3·10⁻¹⁶". */
export function describeHolding(judgement: Pick<Judgement, "layers" | "places" | "worst">): string {
  const { layers, places, worst } = judgement;
  const parts = ["holds", layers, `${places} ${places === 1 ? "place" : "places"}`];
  if (worst !== null) parts.push(worst === 0 ? "exact" : `worst ${powerOfTen(worst)}`);
  return parts.filter(Boolean).join(" · ");
}
