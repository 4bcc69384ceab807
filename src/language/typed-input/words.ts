import type { Model } from "../model.ts";
import { isCount, isWidth } from "../model.ts";
import type { Line } from "./pieces.ts";

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta kappa lambda mu nu xi pi rho sigma tau " +
  "phi varphi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega";
const COMMANDS =
  "sum prod partial nabla odot cdot times frac sqrt exp ln log max hat tilde bar left right top in";

/** Words that are typed without a backslash, and what they stand for. */
export const WORD_COMMANDS: ReadonlyMap<string, string> = new Map([
  ...`${GREEK} ${COMMANDS}`.split(" ").map((word): [string, string] => [word, `\\${word}`]),
  ["eps", "\\varepsilon"],
  ["grad", "\\nabla"],
  ["diag", "\\operatorname{diag}"],
  ["transpose", "transpose"],
  ["norm", "norm"],
  ["abs", "abs"],
]);

/** The letter in the shape that the model declares. */
const SHAPES: Readonly<Record<string, string>> = {
  "\\epsilon": "\\varepsilon",
  "\\phi": "\\varphi",
  "\\theta": "\\vartheta",
};

/** `xi` may be ξ or one of the x: a Greek letter of two is read only where the model has it. */
const isLone = (model: Model, command: string): boolean =>
  ["\\ln", "\\in"].includes(command) || isDeclared(model, command);
const isDeclared = (model: Model, name: string): boolean =>
  model.symbols.has(name) || model.constants.has(name);

/** `theta` is `\theta`, unless its letters are all quantities of the model: then it is their product. */
export function readWords(line: Line, model: Model): void {
  line.pieces.forEach(({ from, is }, at) => {
    const command = WORD_COMMANDS.get(is);
    if (command === undefined || from !== is || line.at(at - 1) === "\\") return;
    if ([...is].every((letter) => isFactor(model, letter, inScript(line, at)))) return;
    if (is.length === 2 && !isLone(model, command)) return;
    if (command.startsWith("\\")) line.say(at, shapeIn(model, command));
    else readFence(line, at, command);
  });
}

const shapeIn = (model: Model, command: string): string => {
  const other = SHAPES[command];
  return other && !isDeclared(model, command) && isDeclared(model, other) ? other : command;
};

const isFactor = (model: Model, letter: string, script: boolean): boolean =>
  model.symbols.has(letter) ||
  model.constants.has(letter) ||
  isCount(model, letter) ||
  isWidth(model, letter) ||
  (script && model.indices.has(letter));

/** Whether the piece stands in the braces of a script, or right after its mark. */
function inScript(line: Line, place: number): boolean {
  for (let at = place - 1, depth = 0; at >= 0; at -= 1) {
    const mark = line.at(at);
    if (mark === "}") depth += 1;
    if (mark === "{") depth -= 1;
    if (depth < 0) return ["_", "^"].includes(line.at(line.previous(at)));
    if (depth === 0 && (mark === "_" || mark === "^")) return at === place - 1;
  }
  return false;
}

/** `transpose(θ)`, `norm(v)`, `abs(x)`: a word before brackets that is a mark around them here. */
function readFence(line: Line, at: number, word: string): void {
  const open = line.next(at + 1);
  const close = line.at(open) === "(" ? line.closing(open) : -1;
  if (close < 0) return;
  if (word === "transpose") {
    line.say(at, "", "(…)^T");
    line.wrap(open, "", close, "^T");
    return;
  }
  const bar = word === "norm" ? "\\|" : "|";
  line.say(at, "", `${bar}…${bar}`);
  line.put(open, bar);
  line.put(close, bar);
}
