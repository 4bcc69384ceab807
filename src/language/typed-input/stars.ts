import type { Line } from "./pieces.ts";
import { applyEdits, editsOf } from "./edits.ts";

/** Stars beyond this are left alone: each has two readings. */
const MAX_STARS = 4;

/**
 * `*` is ⊙ in one program and a product in another. Where the shapes allow one reading only, that one is meant.
 * Where a number stands beside the star both are the same. Else the stars stay.
 */
export function readStars(line: Line, isUnderstood: (tex: string) => boolean): void {
  const stars = line.pieces.flatMap(({ is }, at) => (is === "*" ? [at] : []));
  if (stars.length === 0 || stars.length > MAX_STARS) return;
  const put = (marks: readonly string[]): void =>
    stars.forEach((at, order) => line.put(at, marks[order] ?? "*"));
  const fits = (marks: readonly string[]): boolean => {
    put(marks);
    return isUnderstood(applyEdits(line.source, editsOf(line)));
  };
  const possible = readingsOf(stars.length).filter(fits);
  const [first] = possible;
  // By what one can divide is a number, and a number makes no difference between the two products.
  const isSame = first?.every((mark, order) => {
    const isOpen = possible.some((marks) => marks[order] !== mark);
    return !isOpen || fits(first.map((one, at) => (at === order ? "/" : one)));
  });
  put([]);
  if (first && isSame) stars.forEach((at, order) => line.say(at, first[order] ?? "*"));
}

/** Every choice of a mark for each star, products first. */
const readingsOf = (count: number): string[][] =>
  Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_star, at) => ((bits >> at) & 1 ? "\\odot" : "\\cdot")),
  );
