import type { Program } from "../compile/program.ts";

/** A quantity by name, labels and entry: δ, [2], [1] is δ_1^{(2)}. */
export interface QuantityName {
  /** TeX of the symbol, as the model declares it. */
  readonly symbol: string;
  readonly labels: readonly number[];
  /** From 1; empty for a scalar. */
  readonly indices: readonly number[];
}

/** What each slot is called that is an entry of a quantity of the model. */
export function namesOf(program: Program): Map<number, QuantityName> {
  const names = new Map<number, QuantityName>();
  for (const [key, block] of program.blocks) {
    const [symbol = "", labelText] = key.split("|");
    const declaration = program.model.symbols.get(symbol);
    if (!declaration) continue;
    const labels = labelText ? labelText.split(",").map(Number) : [];
    block.slots.forEach((slot, at) => {
      const indices = [Math.floor(at / block.columns) + 1, (at % block.columns) + 1];
      names.set(slot, { symbol, labels, indices: indices.slice(0, declaration.shape.length) });
    });
  }
  return names;
}
