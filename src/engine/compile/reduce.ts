import type { Block, IndexCondition, Node, ReduceNode } from "../../language/index.ts";
import { lettersOf, whole } from "../../language/index.ts";
import { compile } from "./compile.ts";
import type { Letters, Program } from "./program.ts";
import { isScalarBlock, scalarBlock } from "./program.ts";
import { Absent, Stop } from "./refusal.ts";

/**
 * ∑, ∏ and max, unrolled. Without bounds a term whose arithmetic subscript falls off its axis is left
 * out; with bounds nothing is. An empty sum is 0, an empty product 1.
 */
export function reduce(program: Program, node: ReduceNode, letters: Letters): Block {
  const places = placesOf(program, node, letters);
  const halves = node.operator === "sum" ? splitProduct(node.body) : null;
  if (halves) {
    const pairs = terms(program, node, places, (at) =>
      halves.map((half) => compile(program, half, at)),
    );
    if (pairs.every((pair) => pair.every(isScalarBlock))) {
      const side = (which: 0 | 1): number[] => pairs.map((pair) => pair[which]?.slots[0] as number);
      noteAddends(
        program,
        node,
        pairs.map((pair) => pair.map((one) => program.size(one)).reduce((x, y) => x * y)),
        places,
      );
      return scalarBlock(program.tape.dot(side(0), side(1)));
    }
  }
  const blocks = terms(program, node, places, (at) => compile(program, node.body, at));
  const [first] = blocks;
  if (node.operator === "sum") {
    if (!first) return scalarBlock(program.tape.constant(0));
    noteAddends(
      program,
      node,
      blocks.map((block) => program.size(block)),
      places,
    );
    const slots = first.slots.map((_, at) =>
      program.tape.sum(blocks.map((block) => block.slots[at] as number)),
    );
    return { ...first, slots };
  }
  const numbers = blocks.map((block) => block.slots[0] as number);
  if (node.operator === "prod") {
    const one = program.tape.constant(1);
    return scalarBlock(numbers.reduce((left, right) => program.tape.multiply(left, right), one));
  }
  if (numbers.length === 0) throw new Absent("The largest of nothing.");
  return scalarBlock(numbers.reduce((left, right) => program.tape.maximum(left, right)));
}

/** Each term of a sum is a place of its own: it may be faint there and clear elsewhere. */
function noteAddends(
  program: Program,
  node: ReduceNode,
  sizes: readonly number[],
  places: readonly Letters[],
): void {
  const names = places.map((place) => node.names.map((name) => place.get(name)).join(","));
  program.resolution.addends(sizes, [node.body], names);
}

/** `a b` under a sum becomes a dot product. */
function splitProduct(body: Node): readonly [Node, Node] | null {
  if (body.kind !== "product" || body.factors.length !== 2) return null;
  return body.factors as unknown as readonly [Node, Node];
}

function terms<T>(
  program: Program,
  node: ReduceNode,
  places: readonly Letters[],
  term: (at: Letters) => T,
): T[] {
  const found: T[] = [];
  for (const at of places) {
    program.step(node.span);
    try {
      found.push(term(at));
    } catch (error) {
      const leftOut =
        error instanceof Absent && error.letters.some((name) => node.names.includes(name));
      if (!leftOut || node.low) throw error;
    }
  }
  return found;
}

function placesOf(program: Program, node: ReduceNode, letters: Letters): Letters[] {
  let places: Letters[] = [letters];
  for (const name of byDependence(node)) {
    places = places.flatMap((place) => {
      const range = rangeFor(program, node, name, place);
      const length = Math.max(0, range.high - range.low + 1);
      program.step(node.span, length);
      return Array.from({ length }, (_, at) => new Map([...place, [name, range.low + at]]));
    });
  }
  return places;
}

/** In `\\sum_{i,k} a_i^{(k)}` the layer comes first, since the range of i depends on it. */
function byDependence(node: ReduceNode): string[] {
  const needs = (name: string): number =>
    lettersOf(node.ranges?.[name]?.high ?? whole(0)).filter((one) => node.names.includes(one))
      .length;
  return [...node.names].sort((one, other) => needs(one) - needs(other));
}

function rangeFor(
  program: Program,
  node: ReduceNode,
  name: string,
  letters: Letters,
): { low: number; high: number } {
  const range = node.ranges?.[name];
  if (!range) throw new Stop("index", `The range of ${name} is not known.`, node.span);
  return { low: program.number(range.low, letters), high: program.number(range.high, letters) };
}

export function holdsIndex(program: Program, condition: IndexCondition, letters: Letters): boolean {
  const left = program.number(condition.left, letters);
  const right = program.number(condition.right, letters);
  switch (condition.relation) {
    case "=":
      return left === right;
    case "\\ne":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "\\le":
      return left <= right;
    case "\\ge":
      return left >= right;
  }
}
