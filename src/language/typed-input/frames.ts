import type { Line } from "./pieces.ts";

/** What an equation is put between in Markdown, LaTeX and Jupyter, opening and closing. */
const FRAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/^\\\[$/, /^\\\]$/],
  [/^\\\($/, /^\\\)$/],
  [/^`$/, /^`$/],
  [/^\\begin\{(equation|displaymath|math)\*?\}$/, /^\\end\{(equation|displaymath|math)\*?\}$/],
];
const ROWS = /^\\(begin|end)\{(?:align|split|eqnarray|gather)\*?\}$/;
/** Commands that number, name or space an equation. */
const ASIDE =
  /^\\(?:label|tag|hspace|vspace)\s*\{[^{}]*\}$|^\\(?:nonumber|notag|enspace|thinspace|noindent)$/;
const PUNCTUATION = new Set([".", ";", "!", ","]);

/** Takes off what stands around the equation, however often: `$…$.`, `\[ \begin{equation} … \]`. */
export function readFrames(line: Line): void {
  line.pieces.forEach(({ is }, at) => {
    if (ASIDE.test(is)) leaveOut(line, at);
    const [, end] = ROWS.exec(is) ?? [];
    if (end) line.say(at, `\\${end}{aligned}`);
  });
  while (readPunctuation(line) || readFrame(line));
  readDollars(line);
  readColumns(line);
}

/** `$a$ = $b$`: dollars in pairs say where mathematics begins and ends, and here it is everywhere. */
function readDollars(line: Line): void {
  const dollars = line.pieces.flatMap(({ is }, at) => (is === "$" ? [at] : []));
  if (dollars.length % 2 === 0) for (const at of dollars) leaveOut(line, at);
}

function leaveOut(line: Line, at: number): void {
  line.tell(`Only the equation itself stands here: leave ${line.pieces[at]?.from} out.`, at);
  line.put(at, "");
}

function readPunctuation(line: Line): boolean {
  const last = line.previous(line.pieces.length);
  const sign = line.at(last);
  if (sign === "\\\\") {
    leaveOut(line, last);
    return true;
  }
  if (!PUNCTUATION.has(sign)) return false;
  line.tell(`Punctuation belongs to the sentence around the equation: leave "${sign}" out.`, last);
  line.put(last, "");
  return true;
}

function readFrame(line: Line): boolean {
  const first = line.next(0);
  const last = line.previous(line.pieces.length);
  const frame = FRAMES.find(
    ([open, close]) => first < last && open.test(line.at(first)) && close.test(line.at(last)),
  );
  if (!frame) return false;
  leaveOut(line, first);
  leaveOut(line, last);
  return true;
}

/** `&=` without rows: there is nothing to line up. */
function readColumns(line: Line): void {
  if (line.pieces.some(({ is }) => is.startsWith("\\begin"))) return;
  line.pieces.forEach(({ is }, at) => {
    if (is === "&") leaveOut(line, at);
  });
}
