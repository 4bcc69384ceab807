import type {
  AddNode,
  Block,
  Node,
  NumberNode,
  SymbolDeclaration,
  SymbolNode,
} from "../../language/index.ts";
import { isScalar, lettersOf } from "../../language/index.ts";
import { constantOf } from "../network.ts";
import {
  add,
  hadamard,
  matrixOf,
  operation,
  power,
  product,
  quotient,
  transpose,
} from "./algebra.ts";
import { applyChoice, applySmooth } from "./calls.ts";
import { derivative, evaluateAt, gradient } from "./interventions.ts";
import type { Letters, Program } from "./program.ts";
import { scalarBlock } from "./program.ts";
import { dimensions, members, quantity, toBlock } from "./quantities.ts";
import { holdsIndex, reduce } from "./reduce.ts";
import { Absent, Stop } from "./refusal.ts";

/** An expression at given index values as slots of the tape. Shapes were checked before. */
export function compile(program: Program, node: Node, letters: Letters): Block {
  program.step(node.span);
  const block = compileKind(program, node, letters);
  program.meet(block);
  return block;
}

function compileKind(program: Program, node: Node, letters: Letters): Block {
  const inner = (one: Node): Block => compile(program, one, letters);
  switch (node.kind) {
    case "number":
      return literal(program, node, letters);
    case "constant":
      return constantSlot(program, node.name);
    case "count":
      return scalarBlock(program.tape.constant(program.number(node.value, letters)));
    case "symbol":
      return symbolAt(program, node, letters);
    case "group":
      return inner(node.of);
    case "call": {
      const declared = program.model.functions.get(node.name);
      const args = node.args.map(inner);
      return declared?.kind === "smooth"
        ? applySmooth(
            program,
            node,
            declared,
            args,
            node.indices.map((index) => program.number(index, letters)),
          )
        : applyChoice(program, node, args[0] as Block);
    }
    case "evaluate":
      return evaluateAt(program, node, letters);
    case "add":
      return addTerms(program, node, letters);
    case "product":
      return product(program, node.factors.map(inner), node.factors);
    case "hadamard":
      return hadamard(program, node.factors.map(inner));
    case "fraction":
      return quotient(program, inner(node.numerator), inner(node.denominator));
    case "power":
      return power(program, node, inner);
    case "transpose":
      return transpose(inner(node.of));
    case "reduce":
      return reduce(program, node, letters);
    case "derivative":
      return derivative(program, node, letters);
    case "gradient":
      return gradient(program, node, letters);
    case "iverson": {
      const applies = holdsIndex(program, node.condition, letters);
      program.resolution.truth(node, applies);
      return scalarBlock(program.tape.constant(applies ? 1 : 0));
    }
    case "operation":
      program.stepEntries(node.span, node.shape, letters);
      return operation(program, node, node.args.map(inner));
    case "cases": {
      const row = node.rows.find(
        ({ condition }) => !condition || holdsIndex(program, condition, letters),
      );
      for (const one of node.rows) program.resolution.truth(one.value, one === row);
      if (!row) throw new Stop("no-place", "At some place none of the cases applies.", node.span);
      return inner(row.value);
    }
    case "matrix":
      return matrixOf(node.rows.map((row) => row.map(inner)));
    case "ones": {
      const rows = node.shape ? program.number(node.shape.rows, letters) : 1;
      program.step(node.span, rows);
      return {
        rows,
        columns: 1,
        slots: Array.from({ length: rows }, () => program.tape.constant(1)),
      };
    }
    case "big-o":
    case "space":
    case "unknown":
      throw new Stop("syntax", "This has no value.", node.span);
  }
}

function addTerms(program: Program, node: AddNode, letters: Letters): Block {
  const blocks = node.terms.map(({ node: term }) => compile(program, term, letters));
  const sizes = blocks.map((block) => program.size(block));
  program.resolution.addends(
    sizes,
    node.terms.map(({ node: term }) => term),
    [],
  );
  return add(
    program,
    node.terms.map(({ sign }, at) => ({ sign, block: blocks[at] as Block })),
  );
}

/** The literal 0 takes the shape of its neighbours. */
function literal(program: Program, node: NumberNode, letters: Letters): Block {
  const slot = program.tape.constant(Number(node.text));
  const { shape } = node;
  if (!shape || isScalar(shape)) return scalarBlock(slot);
  program.stepEntries(node.span, shape, letters);
  const rows = program.number(shape.rows, letters);
  const columns = program.number(shape.columns, letters);
  return { rows, columns, slots: Array.from({ length: rows * columns }, () => slot) };
}

/** Constants are inputs of the tape, so that a step size can be moved. */
function constantSlot(program: Program, name: string): Block {
  const known = program.blocks.get(name);
  if (known) return known;
  const block = scalarBlock(program.tape.input(constantOf(program.network, program.model, name)));
  program.blocks.set(name, block);
  program.inputs.set(name, block);
  return block;
}

/** The slots of a quantity as it stands: a member, an entry of it, or the whole family. */
export function symbolAt(program: Program, node: SymbolNode, letters: Letters): Block {
  const declaration = program.model.symbols.get(node.name) as SymbolDeclaration;
  if (node.labels.includes(null)) return familyOf(program, declaration);
  const labels = node.labels.map((label) => (label ? program.number(label, letters) : 0));
  const block = quantity(program, node.name, labels, node.labels);
  if (node.indices.length === 0) return block;
  const sizes = dimensions(program, declaration, labels);
  let offset = 0;
  node.indices.forEach((index, axis) => {
    const value = program.number(index, letters);
    const size = sizes[axis] ?? 0;
    if (!(value >= 1 && value <= size)) {
      throw new Absent(`${node.name} has no entry ${value}.`, lettersOf(index));
    }
    offset = offset * size + value - 1;
  });
  return scalarBlock(block.slots[offset] as number);
}

/** All members of a family under each other: θ in E(θ − η∇E). */
export function familyOf(program: Program, declaration: SymbolDeclaration): Block {
  if (declaration.labels.length === 0) return quantity(program, declaration.name, []);
  const slots = members(program, declaration).flatMap(
    (labels) => quantity(program, declaration.name, labels).slots,
  );
  return toBlock([slots.length], slots);
}
