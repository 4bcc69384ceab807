/**
 * The product of each row of the left factor with each row of the right one: entry (i, j) goes to
 * `values[slots[i · n + j]]`, n rows on the right. Eight entries at a time share what they read; each is
 * added up from first to last, so it has the bits that it would have alone.
 */
export const multiply = (
  left: Float64Array,
  lefts: Int32Array,
  right: Float64Array,
  rights: Int32Array,
  length: number,
  values: Float64Array,
  slots: Int32Array,
): void => {
  const columns = rights.length;
  const wholeRows = lefts.length & ~1;
  const wholeColumns = columns & ~3;
  for (let row = 0; row < wholeRows; row += 2)
    for (let column = 0; column < wholeColumns; column += 4)
      eight(left, lefts, row, right, rights, column, length, values, slots);
  if (wholeRows < lefts.length)
    for (let column = 0; column < wholeColumns; column += 4)
      four(left, lefts, wholeRows, right, rights, column, length, values, slots);
  for (let row = 0; row < lefts.length; row += 1)
    for (let column = wholeColumns; column < columns; column += 1)
      one(left, lefts, row, right, rights, column, length, values, slots);
};

type Tile = (
  left: Float64Array,
  lefts: Int32Array,
  row: number,
  right: Float64Array,
  rights: Int32Array,
  column: number,
  length: number,
  values: Float64Array,
  slots: Int32Array,
) => void;

const eight: Tile = (left, lefts, row, right, rights, column, length, values, slots) => {
  const lower = lefts[row + 1]! - lefts[row]!;
  const start = rights[column]!;
  const second = rights[column + 1]! - start;
  const third = rights[column + 2]! - start;
  const fourth = rights[column + 3]! - start;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let a4 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  let b4 = 0;
  let place = lefts[row]!;
  for (let other = start; other < start + length; other += 1, place += 1) {
    const [a, b] = [left[place]!, left[place + lower]!];
    const r1 = right[other]!;
    const r2 = right[other + second]!;
    const r3 = right[other + third]!;
    const r4 = right[other + fourth]!;
    a1 += a * r1;
    a2 += a * r2;
    a3 += a * r3;
    a4 += a * r4;
    b1 += b * r1;
    b2 += b * r2;
    b3 += b * r3;
    b4 += b * r4;
  }
  const above = row * rights.length + column;
  const below = above + rights.length;
  values[slots[above]!] = a1;
  values[slots[above + 1]!] = a2;
  values[slots[above + 2]!] = a3;
  values[slots[above + 3]!] = a4;
  values[slots[below]!] = b1;
  values[slots[below + 1]!] = b2;
  values[slots[below + 2]!] = b3;
  values[slots[below + 3]!] = b4;
};

const four: Tile = (left, lefts, row, right, rights, column, length, values, slots) => {
  const start = rights[column]!;
  const second = rights[column + 1]! - start;
  const third = rights[column + 2]! - start;
  const fourth = rights[column + 3]! - start;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let a4 = 0;
  let place = lefts[row]!;
  for (let other = start; other < start + length; other += 1, place += 1) {
    const a = left[place]!;
    a1 += a * right[other]!;
    a2 += a * right[other + second]!;
    a3 += a * right[other + third]!;
    a4 += a * right[other + fourth]!;
  }
  const above = row * rights.length + column;
  values[slots[above]!] = a1;
  values[slots[above + 1]!] = a2;
  values[slots[above + 2]!] = a3;
  values[slots[above + 3]!] = a4;
};

const one: Tile = (left, lefts, row, right, rights, column, length, values, slots) => {
  const shift = rights[column]! - lefts[row]!;
  let total = 0;
  for (let place = lefts[row]!; place < lefts[row]! + length; place += 1)
    total += left[place]! * right[place + shift]!;
  values[slots[row * rights.length + column]!] = total;
};
