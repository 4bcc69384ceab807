import type { LiveEquation } from "../../engine/index.ts";
import {
  childrenOf,
  printAffine,
  type Affine,
  type Node,
  type Shape,
  type SymbolNode,
} from "../../language/index.ts";
import { nameParts } from "../panel/names.ts";
import { Quantity } from "../panel/quantity.tsx";

/** The shape of every quantity in the equation, in symbols and on this network. */
export function ShapeTable({ equation }: { readonly equation: LiveEquation }) {
  const { typed } = equation;
  const symbols = new Map<string, { node: SymbolNode; shape: Shape }>();
  const visit = (node: Node): void => {
    const { shape } = node;
    const key = node.kind === "symbol" ? JSON.stringify({ ...node, span: 0 }) : "";
    if (node.kind === "symbol" && shape && !symbols.has(key)) symbols.set(key, { node, shape });
    childrenOf(node).forEach(visit);
  };
  typed.claims.forEach(({ sides }) => sides.forEach(visit));
  if (symbols.size === 0) return null;
  return (
    <div class="table-box" role="group" aria-label={"Shapes"} tabIndex={0}>
      <table class="live">
        <caption>Shapes</caption>
        <thead>
          <tr>
            <th scope="col">quantity</th>
            <th scope="col">shape</th>
            <th scope="col">{placeName(equation)}</th>
          </tr>
        </thead>
        <tbody>
          {[...symbols].map(([key, { node, shape }]) => (
            <tr key={key}>
              <th scope="row">
                <Quantity parts={symbolParts(node)} />
              </th>
              <td>
                <ShapeText shape={shape} />
              </td>
              <td>{hereText(equation, shape)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function symbolParts(node: SymbolNode) {
  const plain = nameParts(node.name, [], []);
  const labels = node.labels.map((label) => (label ? printAffine(label) : "")).filter(Boolean);
  return {
    ...plain,
    sub: node.indices.map(printAffine).join(","),
    sup: labels.length > 0 ? `(${labels.join(",").replaceAll("-", "\u2212")})` : "",
  };
}

const isOne = ({ constant, terms }: Affine): boolean => constant === 1 && terms.length === 0;

function ShapeText({ shape: { rows, columns } }: { readonly shape: Shape }) {
  if (isOne(rows) && isOne(columns)) return <>a number</>;
  return (
    <>
      <Length size={rows} /> × <Length size={columns} />
    </>
  );
}

/** `n_{k+1}` with a real subscript. */
function Length({ size }: { readonly size: Affine }) {
  const parts = printAffine(size).split(/_(?:\{([^}]*)\}|(\w))/);
  const [name, braced, bare, ...rest] = parts;
  const below = (braced ?? bare)?.replaceAll("-", "\u2212");
  return (
    <>
      {below === undefined ? name : <i>{name}</i>}
      {below !== undefined && <sub>{below}</sub>}
      {rest.filter(Boolean).join("")}
    </>
  );
}

/** "at k = 1": the place whose numbers stand in the column. */
function placeName(equation: LiveEquation): string {
  const letters = [...(equation.places[0]?.letters ?? [])].filter(([name]) => name === "k");
  return letters.length > 0
    ? `at ${letters.map(([name, at]) => `${name} = ${at}`).join()}`
    : "here";
}

function hereText(equation: LiveEquation, { rows, columns }: Shape): string {
  const letters = equation.places[0]?.letters ?? new Map<string, number>();
  try {
    const [height, width] = [rows, columns].map((size) => equation.program.number(size, letters));
    return height === 1 && width === 1 ? "a number" : `${height} × ${width}`;
  } catch {
    // A letter that only a sum or product binds has no one value.
    return "varies";
  }
}
