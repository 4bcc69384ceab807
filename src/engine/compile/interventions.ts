import type {
  Affine,
  Block,
  DerivativeNode,
  EvaluateNode,
  GradientNode,
  Node,
  Span,
  SymbolDeclaration,
  SymbolNode,
} from "../../language/index.ts";
import { definitionsOf, printNode, printSymbol, scriptsOf, whole } from "../../language/index.ts";
import { adjoints, dependsOn, replay } from "../tape/index.ts";
import { compile, familyOf, symbolAt } from "./compile.ts";
import type { Letters, Program } from "./program.ts";
import { isScalarBlock, scalarBlock } from "./program.ts";
import { applied, bodyOf, matchLabels, quantity } from "./quantities.ts";
import { Stop } from "./refusal.ts";

/**
 * ∂ by intervention: set the quantity, keep what lies upstream, recompute what lies downstream. On the
 * tape that is the adjoint of its slots. Of what is not downstream it is 0.
 */
export function derivative(program: Program, node: DerivativeNode, letters: Letters): Block {
  const of = compile(program, node.of, letters);
  const [first, second] = node.by.map((one) => moverAt(program, one, letters)) as [Block, Block?];
  const held = heldSlots(program, node, letters);
  refuseBothWays(node, [of, first], held);
  if (second) return secondDerivative(program, node, of, [first, second], held);
  const rate = (output: number, input: number): number => {
    program.step(node.span);
    const slot = adjoints(program.tape, output, held)(input);
    if (held.size === 0) program.noteRate({ output, input, slot });
    return slot;
  };
  for (const output of of.slots) program.sweep(node.span, output);
  if (isScalarBlock(of)) {
    const output = of.slots[0] as number;
    return { ...first, slots: first.slots.map((input) => rate(output, input)) };
  }
  const slots = of.slots.flatMap((output) => first.slots.map((input) => rate(output, input)));
  return isScalarBlock(first) ? { ...of, slots } : { rows: of.rows, columns: first.rows, slots };
}

/** What moves cannot be held, and of what is held there is no rate. */
function refuseBothWays(
  node: DerivativeNode,
  [of, by]: readonly [Block, Block],
  held: ReadonlySet<number>,
): void {
  const isHeld = ({ slots }: Block): boolean => slots.some((slot) => held.has(slot));
  const mover = node.by[0] as SymbolNode;
  const told = isHeld(by)
    ? `${printSymbol(mover)} moves, so it cannot be held as well.`
    : `${printNode(node.of)} is held, so nothing moves it.`;
  if (isHeld(by) || isHeld(of)) throw new Stop("symbol", told, node.span);
}

/** The slots that stay as they are, one by one or in a run that may be empty. */
function heldSlots(
  program: Program,
  { held, heldRun }: DerivativeNode,
  letters: Letters,
): Set<number> {
  const [from, to] = held;
  if (heldRun === undefined || !from || !to) {
    return new Set(held.flatMap((one) => symbolAt(program, one, letters).slots));
  }
  const [low, high] = [from, to].map((end) =>
    program.number(scriptsOf(end)[heldRun] as Affine, letters),
  ) as [number, number];
  const slots = new Set<number>();
  for (let value = low; value <= high; value += 1) {
    const put = (script: Affine | null, at: number): Affine | null =>
      at === heldRun ? whole(value) : script;
    const labels = from.labels.map(put);
    const indices = from.indices.map((one, at) => put(one, at + labels.length) as Affine);
    for (const slot of symbolAt(program, { ...from, labels, indices }, letters).slots)
      slots.add(slot);
  }
  return slots;
}

function secondDerivative(
  program: Program,
  node: DerivativeNode,
  of: Block,
  [first, second]: readonly [Block, Block],
  held: ReadonlySet<number>,
): Block {
  const { tape } = program;
  const one = first.slots[0] as number;
  const other = second.slots[0] as number;
  // Two looks at what depends on what, two derivatives.
  program.sweep(node.span, tape.length, 4);
  const linked =
    dependsOn(tape, [one], new Set([other])) || dependsOn(tape, [other], new Set([one]));
  if (one !== other && linked) {
    const message =
      "One of these quantities is computed from the other, so they cannot both be set.";
    throw new Stop("symbol", message, node.span);
  }
  const slope = adjoints(tape, of.slots[0] as number, held)(one);
  return scalarBlock(adjoints(tape, slope, held)(other));
}

/** The slots that move; a quantity that regroups others moves its parts. */
function moverAt(program: Program, node: SymbolNode, letters: Letters): Block {
  const declaration = program.model.symbols.get(node.name) as SymbolDeclaration;
  const [definition] = definitionsOf(program.model, node.name, false);
  if (!declaration.packs || !definition) return symbolAt(program, node, letters);
  const labels = node.labels.map((label) => (label ? program.number(label, letters) : 0));
  const at = matchLabels(program, definition.target, labels);
  const whole = bodyOf(program, declaration, labels, definition, at ?? letters);
  if (whole.slots.some((slot) => program.tape.constantValue(slot) !== undefined)) {
    const message = `An entry of ${node.name} is a fixed number, so it cannot be set as a whole.`;
    throw new Stop("symbol", message, node.span);
  }
  if (node.indices.length === 0) return whole;
  const [row = 1, column = 1] = node.indices.map((index) => program.number(index, letters));
  return scalarBlock(whole.slots[(row - 1) * whole.columns + column - 1] as number);
}

export function gradient(program: Program, node: GradientNode, letters: Letters): Block {
  const output = compile(program, node.of, letters).slots[0] as number;
  const name = node.by?.name ?? program.model.gradient ?? "";
  const declaration = program.model.symbols.get(name) as SymbolDeclaration;
  const by = node.by ? moverAt(program, node.by, letters) : familyOf(program, declaration);
  const rate = adjoints(program.tape, output);
  const slots = by.slots.map((input) => {
    const slot = rate(input);
    program.noteRate({ output, input, slot });
    return slot;
  });
  return { ...by, slots };
}

/** E(x_r, y_r): the definition at that example. E(q + …): E after q was set. */
export function evaluateAt(program: Program, node: EvaluateNode, letters: Letters): Block {
  const [definition] = definitionsOf(program.model, node.name, true);
  if (definition?.formals && definition.formals.length === node.args.length) {
    const own = ownExample(program, definition.formals, node.args, letters);
    if (own) return applied(program, definition, own);
    return atArguments(program, node, definition.formals, letters);
  }
  const moved = node.moved as SymbolNode;
  const target = moverAt(program, moved, letters);
  const value = compile(program, node.args[0] as Node, letters);
  const outputs = quantity(program, node.name, []);
  return recomputed(program, node.span, outputs, [{ target, value }]);
}

/** The letters for which the arguments are the formals themselves: x_2, y_2 means example 2. */
function ownExample(
  program: Program,
  formals: readonly SymbolNode[],
  args: readonly Node[],
  letters: Letters,
): Letters | null {
  const found = new Map<string, number>();
  for (const [at, formal] of formals.entries()) {
    const arg = args[at];
    if (arg?.kind !== "symbol" || arg.name !== formal.name || arg.indices.length > 0) return null;
    const labels = arg.labels.map((label) => (label ? program.number(label, letters) : 0));
    const match = matchLabels(program, formal, labels);
    if (!match) return null;
    for (const [name, value] of match) {
      if ((found.get(name) ?? value) !== value) return null;
      found.set(name, value);
    }
  }
  return found;
}

/** Other arguments: the first example is set to them, and all downstream is computed anew. */
function atArguments(
  program: Program,
  node: EvaluateNode,
  formals: readonly SymbolNode[],
  letters: Letters,
): Block {
  const [definition] = definitionsOf(program.model, node.name, true);
  const names = formals.flatMap((formal) =>
    formal.labels.flatMap((label) => label?.terms.map(({ key }) => key) ?? []),
  );
  const first = new Map(names.map((name) => [name, 1]));
  const values = node.args.map((arg) => compile(program, arg, letters));
  const moves = formals.map((formal, at) => ({
    target: symbolAt(program, formal, first),
    value: values[at] as Block,
  }));
  const outputs = definition ? applied(program, definition, first) : scalarBlock(0);
  return recomputed(program, node.span, outputs, moves);
}

function recomputed(
  program: Program,
  span: Span,
  outputs: Block,
  moves: readonly { readonly target: Block; readonly value: Block }[],
): Block {
  const overrides = new Map<number, number>();
  for (const { target, value } of moves) {
    target.slots.forEach((slot, at) => {
      const to = value.slots[at] as number;
      if (to !== slot) overrides.set(slot, to);
    });
  }
  if (overrides.size === 0) return outputs;
  const moved = [...overrides].sort(([one], [other]) => one - other);
  const key = `${moved.join(";")}|${outputs.slots.join()}`;
  const known = program.replays.get(key);
  if (known) return known;
  program.sweep(span, Math.max(...outputs.slots));
  const block = { ...outputs, slots: replay(program.tape, overrides, outputs.slots) };
  program.replays.set(key, block);
  return block;
}
