import type { Affine } from "../affine.ts";
import { cover } from "../diagnostics.ts";
import type { Node, ReduceNode } from "../tree.ts";
import { isConditionAhead } from "./conditions.ts";
import type { Cursor } from "./cursor.ts";
import { MAX_DEPTH } from "./cursor.ts";
import { readFactor } from "./factors.ts";
import { readAffine } from "./indices.ts";

/** Marks after which no factor can follow by juxtaposition. */
const STOPS = new Set([
  ")",
  "]",
  "}",
  "+",
  "-",
  "/",
  ",",
  ";",
  "&",
  "=",
  ":",
  "<",
  ">",
  "^",
  "_",
  "'",
  ".",
  "!",
  "\\}",
  "\\\\",
  "\\in",
  "\\lt",
  "\\gt",
  "\\le",
  "\\leq",
  "\\ge",
  "\\geq",
  "\\approx",
  "\\leftarrow",
  "\\coloneqq",
  "\\to",
  "\\odot",
  "\\cdot",
  "\\times",
  "\\rVert",
  "\\rvert",
  "\\rangle",
  "\\end",
  "\\dots",
  "\\ldots",
  "\\cdots",
  "\\ne",
  "\\neq",
  "\\mid",
  "\\sum",
  "\\prod",
]);
const REDUCTIONS: Readonly<Record<string, ReduceNode["operator"]>> = {
  "\\sum": "sum",
  "\\prod": "prod",
  "\\max": "max",
};

/** Terms between + and −, the loosest level inside a side. */
export function readExpression(cursor: Cursor): Node {
  const start = cursor.peek().span;
  const terms: { sign: 1 | -1; node: Node }[] = [];
  let sign: 1 | -1 = cursor.accept("-") ? -1 : 1;
  const signed = sign === -1 || Boolean(cursor.accept("+"));
  for (;;) {
    terms.push({ sign, node: readReduction(cursor) });
    if (cursor.accept("+")) sign = 1;
    else if (cursor.accept("-")) sign = -1;
    else break;
  }
  const [only] = terms;
  if (terms.length === 1 && only && !(signed && only.sign === -1)) return only.node;
  return { kind: "add", terms, span: cursor.spanFrom(start) };
}

/** A sum takes the whole product after it and stops at +, − or a relation. */
export function readReduction(cursor: Cursor): Node {
  const token = cursor.peek();
  const operator = REDUCTIONS[token.text];
  if (!operator || operator === "max") return readHadamard(cursor);
  return cursor.deeper(() => readReduce(cursor, operator, () => readReduction(cursor)));
}

/** `\sum_{j=1}^{n_k}`, `\sum_{i,j}`, `\prod_l`, `\max_j`, with the body that `readBody` takes. */
export function readReduce(
  cursor: Cursor,
  operator: ReduceNode["operator"],
  readBody: () => Node,
): ReduceNode {
  const start = cursor.next();
  let high = cursor.is("^") ? readUpperBound(cursor, start.text) : undefined;
  cursor.expect("_", `after ${start.text}: the index it runs over`);
  const braced = cursor.accept("{");
  const names: string[] = [];
  do {
    const name = cursor.next();
    if (!cursor.model.indices.has(name.text)) {
      cursor.refuse("index", `"${name.text}" is not an index letter of this model.`, name.span);
    }
    names.push(name.text);
  } while (braced && (cursor.accept(",") || cursor.model.indices.has(cursor.peek().text)));
  let low: Affine | undefined;
  if (braced && names.length === 1 && cursor.accept("=")) low = readAffine(cursor);
  if (braced) cursor.expect("}", `to close the index of ${start.text}`);
  if (!high && cursor.is("^")) high = readUpperBound(cursor, start.text);
  if ((low === undefined) !== (high === undefined)) {
    const span = cursor.spanFrom(start.span);
    cursor.refuse("syntax", `${start.text} has one bound; it needs both or none.`, span);
  }
  const body = readBody();
  const bounds = low && high ? { low, high } : {};
  return { kind: "reduce", operator, names, ...bounds, body, span: cursor.spanFrom(start.span) };
}

function readUpperBound(cursor: Cursor, operator: string): Affine {
  cursor.next();
  const braced = cursor.accept("{");
  const high = readAffine(cursor);
  if (braced) cursor.expect("}", `to close the upper bound of ${operator}`);
  return high;
}

function readHadamard(cursor: Cursor): Node {
  const start = cursor.peek().span;
  const factors = [readProduct(cursor)];
  while (cursor.accept("\\odot")) {
    const isSum = cursor.is("\\sum", "\\prod");
    factors.push(isSum ? readReduction(cursor) : readProduct(cursor));
  }
  const [only] = factors;
  if (factors.length === 1 && only) return only;
  return { kind: "hadamard", factors, span: cursor.spanFrom(start) };
}

function readProduct(cursor: Cursor): Node {
  const start = cursor.peek().span;
  const factors: Node[] = [readQuotient(cursor)];
  const marks: string[] = [];
  for (;;) {
    const mark = cursor.accept("\\cdot", "\\times")?.text ?? "";
    if (!mark && !startsFactor(cursor)) break;
    refuseOpenOperand(cursor, factors.at(-1), mark);
    if (!mark) refuseLooseNumber(cursor);
    marks.push(mark);
    const isSum = cursor.is("\\sum", "\\prod");
    factors.push(isSum ? readReduction(cursor) : readQuotient(cursor));
    if (isSum) break;
  }
  const [only] = factors;
  if (factors.length === 1 && only) return only;
  return { kind: "product", factors, marks, span: cursor.spanFrom(start) };
}

/** `/` takes one factor on each side. */
function readQuotient(cursor: Cursor): Node {
  const start = cursor.peek().span;
  let node = readFactor(cursor);
  for (let count = 0; cursor.accept("/"); count += 1) {
    if (count > MAX_DEPTH) {
      const message = `There may be at most ${MAX_DEPTH} divisions in a row.`;
      cursor.refuse("limit", message, cursor.peek().span);
    }
    const denominator = readFactor(cursor);
    node = {
      kind: "fraction",
      numerator: node,
      denominator,
      slash: true,
      span: cursor.spanFrom(start),
    };
  }
  return node;
}

/** Whether the next token begins another factor of the product. */
export function startsFactor(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.kind === "end" || token.sized === "right") return false;
  if (token.apart && isConditionAhead(cursor)) return false;
  if (cursor.fences.at(-1)?.includes(token.text) && token.sized !== "left") return false;
  return !STOPS.has(token.text) || token.text === "\\sum" || token.text === "\\prod";
}

/** `1 0` is set as 10, and `a 2` is hardly ever meant: a number comes first in its product. */
function refuseLooseNumber(cursor: Cursor): void {
  const { kind, span } = cursor.peek();
  if (kind !== "number") return;
  const message = "A number stands first in a product, or after \\cdot.";
  cursor.refuse("syntax", message, span);
}

/** ∇E v could be ∇(Ev): where an operand without brackets is followed by a factor, ask for them. */
function refuseOpenOperand(cursor: Cursor, factor: Node | undefined, mark: string): void {
  const open =
    factor?.kind === "gradient" ||
    (factor?.kind === "derivative" && factor.prefix) ||
    (factor?.kind === "operation" && factor.open);
  if (!factor || !open || mark) return;
  const { start, end } = factor.span;
  const text = cursor.source.slice(start, end);
  const tex = `${cursor.source.slice(0, start)}\\left(${text}\\right)${cursor.source.slice(end)}`;
  const message = `It is not clear how far ${text} reaches: bracket it, or bracket what it applies to.`;
  cursor.refuse("syntax", message, cover(factor.span, cursor.peek().span), [
    { tex, say: `\\left(${text}\\right)` },
  ]);
}
