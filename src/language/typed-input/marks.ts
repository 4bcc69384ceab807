import type { Model } from "../model.ts";
import type { Line } from "./pieces.ts";

/** Marks of programming languages and other texts, with one meaning each. */
const MARKS: Readonly<Record<string, string>> = {
  ".*": "\\odot",
  "**": "^",
  "==": "=",
  "!=": "\\ne",
  "<=": "\\le",
  ">=": "\\ge",
  "...": "\\dots",
  "@": "\\cdot",
  '"': "''",
  "\\cdotp": "\\cdot",
  "\\gets": "\\leftarrow",
  "\\diag": "\\operatorname{diag}",
  "\\tilda": "\\tilde",
  "\\T": "T",
};

export function readMarks(line: Line, model: Model): void {
  line.pieces.forEach(({ is }, at) => {
    const mark = MARKS[is];
    if (is === "**") braceExponent(line, at);
    // In `2 .* v` a number scales, whatever the dot says.
    if (is === ".*" && /^\d/.test(line.at(line.previous(at)))) line.say(at, "\\cdot");
    else if (mark !== undefined && Object.hasOwn(MARKS, is)) line.say(at, mark);
    else if (/^\.\d/.test(is)) line.say(at, `0${is}`);
    else if (is === "=" && line.at(line.next(at + 1)) === "=") line.say(at, "", "once");
    else if (is === "\\sqrt") braceArgument(line, at);
    else if (/^\\[a-zA-Z]{3,}$/.test(is)) readRunOn(line, model, at);
  });
  readDoubleBars(line);
  readSizing(line);
}

/** `\left( a )`: every bracket has its partner, only the words for their size have not. */
function readSizing(line: Line): void {
  const places = line.pieces.flatMap(({ is }, at) => (/^\\(left|right)$/.test(is) ? [at] : []));
  const lefts = places.filter((at) => line.at(at) === "\\left").length;
  const isOpen = ({ is }: { is: string }, at: number): boolean =>
    is === "(" && line.closing(at) < 0;
  const isClosed = ({ is }: { is: string }, at: number): boolean =>
    is === ")" && line.opening(at) < 0;
  const isLoose = line.pieces.some(isOpen) || line.pieces.some(isClosed);
  if (isLoose || lefts * 2 === places.length) return;
  for (const at of places) {
    line.tell(`${line.at(at)} has no partner here, and the bracket needs none: leave it out.`, at);
    line.put(at, "");
  }
}

/** `x**10`: TeX would take one digit only. */
function braceExponent(line: Line, at: number): void {
  const exponent = line.next(at + 1);
  if (/^\d\d/.test(line.at(exponent))) line.wrap(exponent, "{", exponent, "}");
}

/** `\sqrt(x)` would be set as the root of a bracket. */
function braceArgument(line: Line, at: number): void {
  const open = line.next(at + 1);
  const close = line.at(open) === "(" ? line.closing(open) : -1;
  if (close < 0) return;
  line.tell("What stands under \\sqrt is put in braces: \\sqrt{…}.", open, close);
  line.put(open, "{");
  line.put(close, "}");
}

/** `||v||`: two bars beside each other are one sign, where no single bar stands that they could belong to. */
function readDoubleBars(line: Line): void {
  const doubles = line.pieces.flatMap(({ is }, at) => (is === "||" ? [at] : []));
  const isSingle = line.pieces.some(({ is }) => is === "|");
  if (isSingle || doubles.length % 2 === 1) return;
  for (const at of doubles) line.say(at, "\\|");
}

/** `\partialE`: a command and the quantity after it, without the blank between them. */
function readRunOn(line: Line, model: Model, at: number): void {
  const [, command = "", name = ""] = /^(\\[a-zA-Z]+)([a-zA-Z])$/.exec(line.at(at)) ?? [];
  const isKnown = command === "\\partial" || command === "\\nabla" || model.symbols.has(command);
  if (isKnown && (model.symbols.has(name) || name === "T")) line.say(at, `${command} ${name}`);
}
