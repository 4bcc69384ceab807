import type { Model } from "../model.ts";
import type { Line } from "./pieces.ts";
import { symbolAt } from "./names.ts";
import { scriptsOf } from "./scripts.ts";

/** `dE/dz_i^{(k)}`: a quotient of d is a fraction here. Where d is a quantity of the model it is left alone. */
export function readQuotients(line: Line, model: Model): void {
  if (model.symbols.has("d") || model.indices.has("d")) return;
  line.pieces.forEach(({ is }, at) => {
    if (is !== "d") return;
    const above = endOfSymbol(line, model, line.next(at + 1));
    const slash = line.next(above + 1);
    const below = line.next(slash + 1);
    if (above < 0 || line.at(slash) !== "/" || line.at(below) !== "d") return;
    const last = endOfSymbol(line, model, line.next(below + 1));
    if (last < 0) return;
    line.tell("A quotient of d is written \\frac{d …}{d …} here.", at, last);
    line.wrap(at, "\\frac{", last, "}");
    line.put(at, "d ");
    line.put(slash, "}{");
    line.put(below, "d ");
  });
}

/** The last place of a declared symbol with its scripts; −1 where none begins. */
function endOfSymbol(line: Line, model: Model, at: number): number {
  const found = symbolAt(line, model, at);
  return found ? (scriptsOf(line, found).at(-1)?.last ?? found.last) : -1;
}
