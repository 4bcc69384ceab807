import type { Block, CallNode, FunctionDeclaration } from "../../language/index.ts";
import { findFunction } from "../functions/index.ts";
import { random } from "../random.ts";
import type { Program } from "./program.ts";
import { scalarBlock } from "./program.ts";

/** g or g′ entry by entry. With slope s, g(z) = f(s z), so each prime brings a factor s. */
export function applyChoice(program: Program, node: CallNode, block: Block): Block {
  const { tape } = program;
  const choice = program.network.choices[node.name];
  const { name, slope } = choice ?? { name: "identity", slope: 1 };
  const factor = slope ** node.order;
  noteFlat(program, node, block, name, slope);
  const slots = block.slots.map((slot) => {
    const argument = slope === 1 ? slot : tape.multiply(tape.constant(slope), slot);
    const value = program.apply(name, node.order, argument);
    return factor === 1 ? value : tape.multiply(tape.constant(factor), value);
  });
  return { ...block, slots };
}

/** Where g is saturated, its argument could be anything. */
function noteFlat(
  program: Program,
  node: CallNode,
  block: Block,
  name: string,
  slope: number,
): void {
  const [argument] = node.args;
  const fn = findFunction(name);
  const derivatives = fn?.derivatives;
  const rate = derivatives?.[node.order + 1];
  const value = derivatives?.[node.order];
  if (!argument || !rate || !value) return;
  // Where the rate is 0 everywhere, as for the slope of a line, every argument is right.
  if (rate(0.3) === 0 && rate(-0.3) === 0) return;
  // A smooth function that is not 0 by nature and comes out as 0 far from 0 was lost to underflow.
  const vanished = program.values(block).some((entry) => entry !== 0 && value(slope * entry) === 0);
  program.resolution.lost ||= vanished && !fn?.kinks && value(0.3) !== 0;
  const turns = program.values(block).map((entry) => {
    const x = slope * entry;
    // Near 0 a slope of 0 is a turning point, not saturation.
    if (Math.abs(x) < 1) return 1;
    return value(x) === 0 ? 0 : Math.abs((rate(x) * x) / value(x));
  });
  const isNonzero = program.values(block).some((entry) => value(slope * entry) !== 0);
  if (isNonzero) program.resolution.saturation(argument, Math.max(...turns));
}

/** How many waves a random smooth function is made of. */
const WAVES = 4;

/**
 * A random smooth function of any arguments: a few waves, ∑ c sin(w·v + φ) + ½ c (w·v)², with numbers
 * that depend on the seed and the function's name. Its slope is nowhere special.
 */
export function applySmooth(
  program: Program,
  node: CallNode,
  declared: Extract<FunctionDeclaration, { kind: "smooth" }>,
  args: readonly Block[],
  indices: readonly number[],
): Block {
  const { tape, network } = program;
  const stream = random(
    `${network.seed}/${node.name}/${indices.join(",")}/${declared.args.length}`,
  );
  const entries = args.flatMap((block) => block.slots);
  const waves = Array.from({ length: WAVES }, () => {
    const weights = entries.map(() => stream.normal());
    const shift = 2 * stream.normal();
    const size = stream.normal();
    const steepness = node.order === 0 ? 1 : (weights[0] ?? 0) ** node.order;
    const inner = tape.add(
      tape.dot(
        weights.map((weight) => tape.constant(weight)),
        entries,
      ),
      tape.constant(shift),
    );
    return tape.multiply(tape.constant(size * steepness), program.apply("sin", node.order, inner));
  });
  return scalarBlock(tape.sum(waves));
}
