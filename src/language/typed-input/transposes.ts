import type { Model } from "../model.ts";
import type { Line } from "./pieces.ts";
import { symbolAt, type Found } from "./names.ts";
import { scriptsOf, type Script } from "./scripts.ts";

/** Transposes as other texts and programs write them: `θ'` of a matrix, `θ.T`, `θ^{\prime}`, `θ^{\text{T}}`. */
export function readTransposes(line: Line, model: Model): void {
  line.pieces.forEach(({ is }, at) => {
    if (is === "." && line.at(at + 1) === "T") readAttribute(line, at);
    if (/^\\(?:text|textrm|operatorname|mathtt)\s*\{T\}$/.test(is)) readUprightSign(line, at);
    const found = symbolAt(line, model, at);
    if (!found) return;
    const scripts = scriptsOf(line, found);
    readSecondScript(line, scripts);
    if (found.declaration.shape.length === 2) readPrime(line, found, scripts);
  });
}

/** `\theta^{(k)}^T`: TeX allows one superscript, and the sign goes into the braces of the layer. */
function readSecondScript(line: Line, scripts: readonly Script[]): void {
  const [label, sign, ...more] = scripts.filter(({ mark }) => mark === "^");
  if (!label || !sign || more.length > 0) return;
  const isBare = sign.first === sign.last || line.next(sign.first + 1) === line.previous(sign.last);
  const place = sign.first === sign.last ? sign.first : line.next(sign.first + 1);
  if (!isBare || !["T", "\\top"].includes(line.at(place)) || !isLayer(line, label.last)) return;
  const mark = line.previous(sign.first);
  line.tell("Two superscripts stand on one symbol: write ^{(…)T}.", mark, sign.last);
  for (let at = mark; at <= sign.last; at += 1) line.put(at, "");
  putSign(line, label.last);
}

/** `θ'` and `θ^{\prime}` of a matrix; of a number or a vector a prime may be a derivative. */
function readPrime(line: Line, found: Found, scripts: readonly Script[]): void {
  const inside = scripts.map((script) => primeIn(line, script)).find((place) => place >= 0);
  if (inside !== undefined) {
    line.say(inside, "T");
    return;
  }
  const end = scripts.at(-1)?.last ?? found.last;
  const prime = line.next(end + 1);
  if (line.at(prime) !== "'" || line.at(line.next(prime + 1)) === "'") return;
  // `\theta'^{(k)}`: the sign goes behind the layer.
  const later = scriptsOf(line, { ...found, last: prime }).at(-1)?.last;
  transposeAt(line, later ?? end, prime);
}

/** The place of a prime that ends a superscript, alone or after a layer; −1 where none does. */
function primeIn(line: Line, { mark, first, last }: Script): number {
  const place = line.at(first) === "{" ? line.previous(last) : last;
  const isPrime = line.at(place) === "'" || line.at(place) === "\\prime";
  return mark === "^" && isPrime ? place : -1;
}

/** `θ.T` after a name or a bracket, not the full stop of a sentence. */
function readAttribute(line: Line, at: number): void {
  const before = line.pieces[at - 1];
  if (!before || !/[\w)}\]]$/.test(before.is + before.after)) return;
  line.put(at + 1, "");
  transposeAt(line, at - 1, at, at + 1);
}

/** Turns the sign at a place into a `T` above what ends just before it, inside the braces of a layer. */
function transposeAt(line: Line, end: number, sign: number, lastSign = sign): void {
  const from = line.source.slice(line.pieces[sign]?.span.start, line.pieces[lastSign]?.span.end);
  line.tell(`${from} is written ^T here.`, sign, lastSign);
  line.put(sign, isLayer(line, end) ? "" : "^T");
  if (isLayer(line, end)) putSign(line, end);
}

/** Puts a `T` before the brace that closes a layer. */
function putSign(line: Line, end: number): void {
  const piece = line.pieces[end];
  if (piece?.is === "}") piece.before = `T${piece.before}`;
  else if (piece) piece.after = `${piece.after.slice(0, -1)}T}`;
}

/** Whether a superscript ends here that holds a layer and nothing else, in brackets that were typed or put. */
function isLayer(line: Line, end: number): boolean {
  const piece = line.pieces[end];
  if (piece?.is !== "}") return ((piece?.is ?? "") + (piece?.after ?? "")).endsWith(")}");
  const open = line.opening(end);
  const first = line.pieces[line.next(open + 1)];
  const last = line.pieces[line.previous(end)];
  const isRound = `${first?.before}${first?.is}`.startsWith("(");
  const isOver = line.at(line.previous(open)) === "^";
  return isOver && isRound && `${last?.is}${last?.after}`.endsWith(")");
}

function readUprightSign(line: Line, at: number): void {
  const before = line.previous(at);
  const mark = line.at(before) === "{" ? line.previous(before) : before;
  if (line.at(mark) === "^") line.say(at, "T");
}
