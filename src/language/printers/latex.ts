import type { Affine } from "../affine.ts";
import { printAffine } from "../affine.ts";
import { findOperation } from "../operations/index.ts";
import type { Condition, Equation, IndexCondition, Node, SymbolNode } from "../tree.ts";

/** The tree as LaTeX in the house spelling. What it prints parses to the same tree. */
export function printEquation(equation: Equation): string {
  const chains = equation.chains.map(({ sides, relations, conditions = [] }) =>
    [
      sides
        .map((side, at) => (at === 0 ? "" : ` ${relations[at - 1]} `) + printNode(side))
        .join(""),
      ...conditions.map(printCondition),
    ].join(", "),
  );
  const shared = equation.conditions.map(printCondition);
  if (!equation.chains.some((chain) => chain.conditions)) return [...chains, ...shared].join(", ");
  const rows = shared.length > 0 ? [...chains, shared.join(", ")] : chains;
  return `\\begin{aligned} ${rows.join(" \\\\ ")} \\end{aligned}`;
}

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "range": {
      const from = `${condition.index} = ${printAffine(condition.from)}`;
      const to = printAffine(condition.to);
      return printAffine(condition.from) === to ? from : `${from}, \\dots, ${to}`;
    }
    case "index":
      return printIndexCondition(condition.condition);
    case "count":
      return `${condition.name} = ${condition.value}`;
    case "function":
      return `${condition.name} = \\operatorname{${condition.choice}}`;
  }
}

const printIndexCondition = ({ left, relation, right }: IndexCondition): string =>
  `${printAffine(left)} ${relation} ${printAffine(right)}`;

export function printSymbol(node: SymbolNode): string {
  const layer = node.layerAt === undefined ? null : node.labels[node.layerAt];
  const below = node.labels.filter(
    (label, at) => label && at !== node.layerAt && !printAffine(label).startsWith("·"),
  );
  const scripts = [...below, ...node.indices].map((one) => printAffine(one as Affine));
  return `${node.name}${subscript(scripts)}${layer ? `^{(${printAffine(layer)})}` : ""}`;
}

export function printNode(node: Node): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "constant":
      return node.name;
    case "count":
      return printAffine(node.value);
    case "symbol":
      return printSymbol(node);
    case "call":
      return `${node.name}${"'".repeat(node.order)}${subscript(node.indices.map(printAffine))}(${node.args.map(printNode).join(", ")})`;
    case "evaluate":
      return `${node.name}(${node.args.map(printNode).join(", ")})`;
    case "add":
      return node.terms
        .map(({ sign, node: term }, at) => `${signOf(sign, at)}${printNode(term)}`)
        .join(" ");
    case "product":
      return node.factors
        .map(
          (factor, at) =>
            (at === 0 ? "" : ` ${node.marks[at - 1]} `.replace("  ", " ")) + printNode(factor),
        )
        .join("");
    case "hadamard":
      return node.factors.map(printNode).join(" \\odot ");
    case "fraction":
      return node.slash
        ? `${printNode(node.numerator)} / ${printNode(node.denominator)}`
        : `\\frac{${printNode(node.numerator)}}{${printNode(node.denominator)}}`;
    case "power":
      return `${printNode(node.base)}^{${printNode(node.exponent)}}`;
    case "transpose":
      return printTranspose(node.of);
    case "group":
      return `${node.open === "{" ? "{" : `\\left${node.open}`}${printNode(node.of)}${CLOSE[node.open]}`;
    case "reduce":
      return printReduce(node);
    case "derivative":
      return printDerivative(node);
    case "gradient":
      return `\\nabla${node.by ? `_{${printSymbol(node.by)}}` : ""} ${printNode(node.of)}`;
    case "iverson":
      return `[${printIndexCondition(node.condition)}]`;
    case "operation":
      return printOperation(node);
    case "cases":
      return `\\begin{cases} ${node.rows.map(({ value, condition }) => `${printNode(value)} & ${condition ? `\\text{if } ${printIndexCondition(condition)}` : "\\text{otherwise}"}`).join(" \\\\ ")} \\end{cases}`;
    case "matrix":
      return `\\begin{${node.style}} ${node.rows.map((row) => row.map(printNode).join(" & ")).join(" \\\\ ")} \\end{${node.style}}`;
    case "ones":
      return `\\mathbf{1}${node.size ? `_{${printAffine(node.size)}}` : ""}`;
    case "big-o":
      return `O(${node.constant}^{${node.order}})`;
    case "space":
      return `\\mathbb{R}${node.dimensions.length > 0 ? `^{${node.dimensions.map(printAffine).join(" \\times ")}}` : ""}`;
    case "unknown":
      return node.text;
  }
}

const CLOSE = { "(": "\\right)", "[": "\\right]", "{": "}", "\\{": "\\right\\}" } as const;

const subscript = (items: readonly string[]): string =>
  items.length > 0 ? `_{${items.join(",")}}` : "";

const signOf = (sign: 1 | -1, at: number): string =>
  at === 0 ? (sign === -1 ? "-" : "") : sign === -1 ? "- " : "+ ";

/** The transpose of a layered symbol shares its superscript: `\theta^{(k)T}`. */
function printTranspose(of: Node): string {
  const bare = printNode(of);
  return of.kind === "symbol" && bare.endsWith(")}") ? `${bare.slice(0, -1)}T}` : `${bare}^T`;
}

/** An argument without brackets stays so: `\ln a_i`. */
function printOperation({ name, args, open }: Extract<Node, { kind: "operation" }>): string {
  const operation = findOperation(name);
  const printed = args.map(printNode);
  if (!open || operation?.notation.form !== "prefix") return operation?.print(printed) ?? "";
  const [spelling = ""] = operation.notation.spellings;
  const word = spelling.startsWith("\\") ? spelling : `\\operatorname{${spelling}}`;
  return `${word} ${printed.join(" ")}`;
}

function printReduce(node: Extract<Node, { kind: "reduce" }>): string {
  const low = node.low ? `=${printAffine(node.low)}` : "";
  const high = node.high ? `^{${printAffine(node.high)}}` : "";
  return `\\${node.operator}_{${node.names.join(",")}${low}}${high} ${printNode(node.body)}`;
}

function printDerivative(node: Extract<Node, { kind: "derivative" }>): string {
  const sign = node.total ? "d" : "\\partial";
  const order = node.by.length > 1 ? `^{${node.by.length}}` : "";
  const below = node.by.map((one) => `${sign} ${printSymbol(one)}`).join(" ");
  const of = printNode(node.of);
  const above = node.prefix ? "" : ` ${of}`;
  const fraction = `\\frac{${sign}${order}${above}}{${below}}${node.prefix ? ` ${of}` : ""}`;
  if (node.held.length === 0) return fraction;
  const held = node.held.map(printSymbol).join(node.heldRun === undefined ? ", " : ", \\dots, ");
  return `\\left.${fraction}\\right|_{${held}}`;
}
