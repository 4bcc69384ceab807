import type { Block, Node, OperationNode } from "../../language/index.ts";
import { findOperation } from "../../language/index.ts";
import type { Program } from "./program.ts";
import { isScalarBlock, scalarBlock } from "./program.ts";

export const scale = (block: Block, entry: (slot: number) => number): Block => ({
  ...block,
  slots: block.slots.map(entry),
});

/** The literal 0 takes the shape of its neighbours. */
export function add(
  program: Program,
  terms: readonly { readonly sign: 1 | -1; readonly block: Block }[],
): Block {
  const { tape } = program;
  const shaped = terms.find(({ block }) => !isScalarBlock(block)) ?? terms[0];
  const like = shaped?.block as Block;
  const slots = like.slots.map((_, at) => {
    const entry = (block: Block): number => block.slots[isScalarBlock(block) ? 0 : at] as number;
    return terms.reduce<number | null>((sum, { sign, block }) => {
      const slot = entry(block);
      if (sum === null) return sign === 1 ? slot : tape.negate(slot);
      return sign === 1 ? tape.add(sum, slot) : tape.subtract(sum, slot);
    }, null) as number;
  });
  return { ...like, slots };
}

/** Scaling where one factor is a number, else the matrix product, from the left. */
export function product(
  program: Program,
  factors: readonly Block[],
  nodes: readonly Node[],
): Block {
  return factors.reduce((left, right, at) => {
    if (isScalarBlock(left)) return times(program, left.slots[0] as number, right);
    if (isScalarBlock(right)) return times(program, right.slots[0] as number, left);
    return matrixProduct(program, left, right, nodes[at] as Node);
  });
}

const times = (program: Program, factor: number, block: Block): Block =>
  guarded(
    program,
    scale(block, (slot) => program.tape.multiply(factor, slot)),
    factor,
    block,
  );

export function quotient(program: Program, above: Block, below: Block): Block {
  const denominator = below.slots[0] as number;
  return guarded(
    program,
    scale(above, (slot) => program.tape.divide(slot, denominator)),
    above,
  );
}

/** A product of non-zero numbers that came out as 0 was lost to underflow. */
function guarded(program: Program, result: Block, ...operands: readonly (Block | number)[]): Block {
  result.slots.forEach((slot, at) => {
    const values = operands.map((one) =>
      program.tape.value(typeof one === "number" ? one : (one.slots[at] as number)),
    );
    program.resolution.result(values, [program.tape.value(slot)]);
  });
  return result;
}

/** Terms of a dot product that cost about a step. */
const TERMS_PER_STEP = 8;

function matrixProduct(program: Program, left: Block, right: Block, node: Node): Block {
  program.step(
    node.span,
    left.rows * right.columns * (1 + Math.ceil(left.columns / TERMS_PER_STEP)),
  );
  const slots: number[] = [];
  for (let row = 0; row < left.rows; row += 1) {
    const across = left.slots.slice(row * left.columns, (row + 1) * left.columns);
    for (let column = 0; column < right.columns; column += 1) {
      const down = across.map((_, at) => right.slots[at * right.columns + column] as number);
      const sizes = across.map((slot, at) =>
        Math.abs(program.tape.value(slot) * program.tape.value(down[at] as number)),
      );
      program.resolution.addends(
        sizes,
        [node],
        sizes.map((_, at) => `term ${at + 1}`),
      );
      slots.push(program.tape.dot(across, down));
    }
  }
  return { rows: left.rows, columns: right.columns, slots };
}

/** Entry by entry; the literal 0 takes the shape of its neighbours. */
export function hadamard(program: Program, factors: readonly Block[]): Block {
  return factors.reduce((left, right) => {
    const like = isScalarBlock(left) ? right : left;
    const entry = (block: Block, at: number): number =>
      block.slots[isScalarBlock(block) ? 0 : at] as number;
    const slots = like.slots.map((_, at) =>
      program.tape.multiply(entry(left, at), entry(right, at)),
    );
    return { ...like, slots };
  });
}

export function operation(program: Program, node: OperationNode, args: readonly Block[]): Block {
  const block = findOperation(node.name)?.emit(program.build, args) as Block;
  const [argument] = node.args;
  if (node.name === "greater") program.resolution.truth(node, program.values(block)[0] === 1);
  if (node.name === "exp" && argument && args[0]) {
    program.resolution.argument(argument, program.size(args[0]));
    program.resolution.result([1], program.values(block));
  }
  return block;
}

export function transpose(block: Block): Block {
  const slots = Array.from({ length: block.slots.length }, (_, at) => {
    const row = Math.floor(at / block.rows);
    return block.slots[(at % block.rows) * block.columns + row] as number;
  });
  return { rows: block.columns, columns: block.rows, slots };
}

/** e^x is the exponential function; any other power is taken of a number. */
export function power(
  program: Program,
  node: Extract<Node, { kind: "power" }>,
  inner: (one: Node) => Block,
): Block {
  const exponent = inner(node.exponent).slots[0] as number;
  const isEuler =
    node.base.kind === "constant" && program.model.constants.get(node.base.name)?.value === Math.E;
  const base = isEuler ? null : (inner(node.base).slots[0] as number);
  const slot =
    base === null ? program.apply("exp", 0, exponent) : program.tape.power(base, exponent);
  const value = base === null ? Math.E : program.tape.value(base);
  const turn = program.tape.value(exponent) * Math.log(Math.abs(value));
  if (Number.isFinite(turn)) program.resolution.argument(node.exponent, Math.abs(turn));
  program.resolution.result([value], [program.tape.value(slot)]);
  return scalarBlock(slot);
}

/** Blocks put together to one matrix. */
export function matrixOf(rows: readonly (readonly Block[])[]): Block {
  const slots: number[] = [];
  let height = 0;
  for (const row of rows) {
    const blockRows = row[0]?.rows ?? 0;
    height += blockRows;
    for (let at = 0; at < blockRows; at += 1) {
      for (const block of row)
        slots.push(...block.slots.slice(at * block.columns, (at + 1) * block.columns));
    }
  }
  return { rows: height, columns: slots.length / height, slots };
}
