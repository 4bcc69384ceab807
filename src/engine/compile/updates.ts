import type { Block, SymbolDeclaration } from "../../language/index.ts";
import { compile } from "./compile.ts";
import type { Program } from "./program.ts";
import { matchLabels, members, quantity } from "./quantities.ts";

/** What the model says a member of a parameter becomes, from old values only; null where it says nothing. */
export function updateOf(program: Program, name: string, labels: readonly number[]): Block | null {
  for (const { sides } of program.model.updates) {
    const [left, right] = sides;
    if (left?.kind !== "symbol" || left.name !== name || !right) continue;
    const letters = matchLabels(program, left, labels);
    if (letters) return compile(program, right, letters);
  }
  return null;
}

/**
 * The model's updates on one network, compiled once. A step reads every new value before it writes the
 * first, so that none is made from a parameter that has already moved.
 */
export class Training {
  readonly #program: Program;
  readonly #parameters: readonly number[];
  readonly #updated: readonly number[];

  constructor(program: Program) {
    this.#program = program;
    const pairs = [...program.model.symbols.values()].flatMap((one) => pairsOf(program, one));
    this.#parameters = pairs.map(([parameter]) => parameter);
    this.#updated = pairs.map(([, updated]) => updated);
  }

  /** One step of learning: the network's parameters move and all that follows is computed anew. */
  step(): void {
    const { tape, rounding } = this.#program;
    const values = this.#updated.map((slot) => tape.value(slot));
    this.#parameters.forEach((slot, at) => tape.write(slot, values[at] as number));
    tape.run();
    rounding.forget();
  }
}

/** Each number of a parameter beside what it becomes. */
function pairsOf(program: Program, declaration: SymbolDeclaration): [number, number][] {
  if (declaration.role === "computed") return [];
  return members(program, declaration).flatMap((labels) => {
    const updated = updateOf(program, declaration.name, labels);
    if (!updated) return [];
    const { slots } = quantity(program, declaration.name, labels);
    return slots.map((slot, at): [number, number] => [slot, updated.slots[at] as number]);
  });
}
