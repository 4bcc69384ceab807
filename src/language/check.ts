import type { Affine } from "./affine.ts";
import { printAffine, sameAffine, whole } from "./affine.ts";
import { Budget, TOO_MUCH_WORK } from "./budget.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Model } from "./model.ts";
import { checkConditions } from "./check-conditions.ts";
import { parse } from "./parser/index.ts";
import { printNode } from "./printers/latex.ts";
import type { FreeIndex, TypedClaim, TypedEquation } from "./typed.ts";
import type { Context, Use, Uses } from "./shapes/context.ts";
import { normal, report } from "./shapes/context.ts";
import { describeShape } from "./shapes/describe.ts";
import { infer, isZero } from "./shapes/infer.ts";
import type { Shape } from "./shapes/shape.ts";
import { agreeInShape, hasBareOnes, Unknowns } from "./shapes/ones.ts";
import { matrix, scalar, vector } from "./shapes/shape.ts";
import type { BigONode, Chain, Condition, Node, SpaceNode } from "./tree.ts";

export interface Checked {
  readonly typed: TypedEquation;
  readonly diagnostics: readonly Diagnostic[];
}

/** LaTeX to typed tree. `conditions` come from beside the equation and add to its own. Never throws. */
export function check(
  source: string,
  model: Model,
  conditions: readonly Condition[] = [],
  budget = new Budget(),
): Checked {
  const { equation, diagnostics } = parse(source, model, budget);
  const all = [...equation.conditions, ...conditions];
  const fixed = new Map<string, Affine>();
  for (const one of all) if (one.kind === "count") fixed.set(one.name, whole(one.value));
  const context: Context = {
    model,
    budget,
    source,
    fixed,
    diagnostics: [...diagnostics],
    bound: [],
    free: new Map(),
    family: false,
  };
  const claims = equation.chains.map((chain) => checkChain(context, chain));
  checkConditions(context, all, claims);
  const span = { start: 0, end: source.length };
  if (claims.length === 0 && context.diagnostics.length === 0) {
    report(context, "syntax", "A condition alone claims nothing.", span);
  }
  const typed = {
    equation,
    model,
    claims,
    conditions: all,
  };
  return {
    typed,
    diagnostics: toTell(
      budget.isSpent ? [{ code: "limit", message: TOO_MUCH_WORK, span }] : context.diagnostics,
    ),
  };
}

/** More are no help, and their number must not grow with the source. */
const MOST_TOLD = 20;

/** A name that is not known is told once, whatever the number of its places. */
function toTell(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told: Diagnostic[] = [];
  for (const one of diagnostics) {
    const at = told.findIndex(({ code, message }) => code === "symbol" && message === one.message);
    const same = told[at];
    if (same) told[at] = { ...same, related: [...(same.related ?? []), one.span] };
    else if (told.length < MOST_TOLD) told.push(one);
  }
  return told;
}

function checkChain(context: Context, chain: Chain): TypedClaim {
  if (!chain.sides.some(hasBareOnes)) return walkChain(context, chain);
  const unknowns = new Unknowns();
  walkChain({ ...context, unknowns, diagnostics: [] }, chain);
  unknowns.isSettled = true;
  return walkChain({ ...context, unknowns }, chain);
}

function walkChain(context: Context, chain: Chain): TypedClaim {
  const { relations } = chain;
  const { sides, order } = splitOrder(chain);
  const frees: Uses[] = [];
  const shapes = sides.map((side) => {
    context.free = new Map();
    const shape = side.kind === "space" ? spaceShape(context, side) : infer(context, side);
    frees.push(context.free);
    return shape;
  });
  relations.forEach((relation, at) =>
    compare(context, relation, [sides[at], sides[at + 1]], [shapes[at], shapes[at + 1]]),
  );
  if (relations.includes("\\approx") && !order) {
    report(
      context,
      "syntax",
      "Say how close ≈ is meant: add + O(\\varepsilon^2) or another order.",
      chain.span,
    );
  }
  const free = withConditions(freeIndices(context, frees, chain), chain);
  refuseBareUpdate(context, chain);
  return { chain, sides, order, shapes, free };
}

/** O(ε²) stands at the end of the last side. */
function splitOrder(chain: Chain): { sides: Node[]; order: BigONode | null } {
  const sides = [...chain.sides];
  const last = sides.at(-1);
  if (last?.kind === "big-o" && sides.length > 1) {
    return {
      sides: [...sides.slice(0, -1), { kind: "number", text: "0", span: last.span }],
      order: last,
    };
  }
  const tail = last?.kind === "add" ? last.terms.at(-1) : undefined;
  if (last?.kind !== "add" || tail?.node.kind !== "big-o") return { sides, order: null };
  const terms = last.terms.slice(0, -1);
  const [only] = terms;
  const rest: Node = terms.length === 1 && only?.sign === 1 ? only.node : { ...last, terms };
  return { sides: [...sides.slice(0, -1), rest], order: tail.node };
}

function spaceShape(context: Context, node: SpaceNode): Shape | null {
  const [rows, columns] = node.dimensions.map((size) => normal(context, size));
  if (node.dimensions.length > 2)
    return report(context, "shape", "ℝ takes at most two lengths here.", node.span);
  return !rows ? scalar : columns ? matrix(rows, columns) : vector(rows);
}

function compare(
  context: Context,
  relation: string,
  [left, right]: readonly (Node | undefined)[],
  [leftShape, rightShape]: readonly (Shape | null | undefined)[],
): void {
  if (!left || !right || !leftShape || !rightShape || isZero(left) || isZero(right)) return;
  // ∈ is a claim about shape, so it is judged, not refused.
  if (relation === "\\in" || agreeInShape(context, leftShape, rightShape)) return;
  const message = `The sides have different shapes: ${printNode(left)} is ${describeShape(context, leftShape)}, ${printNode(right)} is ${describeShape(context, rightShape)}.`;
  report(context, "shape", message, right.span, { related: [left.span] });
}

/** The free indices are those of the first side; a later side may lack one but not add one. */
function freeIndices(context: Context, frees: readonly Uses[], chain: Chain): FreeIndex[] {
  const [first = new Map<string, Use[]>(), ...later] = frees;
  const merged = new Map<string, Use[]>();
  for (const uses of frees) {
    for (const [name, list] of uses) merged.set(name, [...(merged.get(name) ?? []), ...list]);
  }
  for (const uses of later) {
    for (const [name, list] of uses) {
      if (first.has(name) || isTold(context, list[0])) continue;
      const shown = name.startsWith("·") ? `Which ${name.slice(1)} is meant` : name;
      const message = name.startsWith("·")
        ? `${shown} on this side is not said, and the first side has none.`
        : `${name} stands free here but not on the first side: sum over it, or put it there.`;
      report(context, "free-index", message, list[0]?.span ?? chain.span);
    }
  }
  return [...merged].map(([name, uses]) => ({ name, size: sizeOf(context, name, uses), uses }));
}

/** Whether this use of a letter was marked before, as one that its sum does not reach. */
const isTold = ({ diagnostics }: Context, use: Use | undefined): boolean =>
  diagnostics.some(
    ({ code, span }) =>
      code === "index" && use && span.start <= use.span.start && use.span.end <= span.end,
  );

/** What a row says of an index goes with the index. */
const withConditions = (free: readonly FreeIndex[], { conditions }: Chain): FreeIndex[] =>
  free.map((one) => (conditions ? { ...one, conditions } : one));

/** A bare index has one domain: two axes of different length are an error, never an intersection. */
function sizeOf(context: Context, name: string, uses: readonly Use[]): Affine | null {
  const axes = uses.filter(({ place }) => place.kind === "axis" && place.bare);
  const [first] = axes;
  if (!first) {
    const labelled = uses.some(({ place }) => place.kind === "label");
    if (!labelled && context.model.indices.get(name) !== "layer") {
      report(
        context,
        "index",
        `The range of ${name} is not clear: it stands bare on no axis.`,
        uses[0]?.span ?? { start: 0, end: 0 },
      );
    }
    return null;
  }
  const size = (use: Use): Affine => (use.place.kind === "axis" ? use.place.size : whole(1));
  for (const other of axes) {
    if (sameAffine(size(first), size(other))) continue;
    const message = `${name} numbers ${printAffine(size(first))} entries in one place and ${printAffine(size(other))} in another.`;
    report(context, "index", message, other.span, { related: [first.span] });
    break;
  }
  return size(first);
}

/** What stands left of ← is the quantity that is updated, and nothing else. */
function refuseBareUpdate(context: Context, { sides, relations }: Chain): void {
  relations.forEach((relation, at) => {
    const target = sides[at];
    if (relation !== "\\leftarrow" || !target || target.kind === "symbol") return;
    const message = "Left of ← stands the quantity that is updated, without anything around it.";
    report(context, "syntax", message, target.span);
  });
}
