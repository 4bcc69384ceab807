/**
 * Affine expressions with whole coefficients: `k+1`, `L-1`, `n_{k+1}`, `n_k+1`.
 *
 * They label layers, bound sums and measure axes. Two are equal when their normal forms are, so
 * θ is never taken for θᵀ merely because two widths happen to agree on one network.
 */
export interface Affine {
  readonly constant: number;
  /** Sorted by key; no coefficient is zero. */
  readonly terms: readonly Term[];
}

export interface Term {
  /** An index letter, a count (`L`, `m`) or, for a width, its printed form. */
  readonly key: string;
  readonly coefficient: number;
  /** Set for a width: `n` at layer `k+1`. */
  readonly width?: { readonly name: string; readonly at: Affine };
}

/** What gives a number to a letter, a count or a width; `undefined` where it has none. */
export interface Scope {
  letter(name: string): number | undefined;
  width(name: string, layer: number): number | undefined;
}

export const whole = (constant: number): Affine => ({ constant, terms: [] });

export const letter = (key: string): Affine => ({ constant: 0, terms: [{ key, coefficient: 1 }] });

export function width(name: string, at: Affine): Affine {
  const label = printAffine(at);
  const key = label.length === 1 ? `${name}_${label}` : `${name}_{${label}}`;
  return { constant: 0, terms: [{ key, coefficient: 1, width: { name, at } }] };
}

export function plus(left: Affine, right: Affine, factor = 1): Affine {
  const terms = new Map(left.terms.map((term) => [term.key, term]));
  for (const term of right.terms) {
    const coefficient = (terms.get(term.key)?.coefficient ?? 0) + factor * term.coefficient;
    terms.set(term.key, { ...term, coefficient });
  }
  return {
    constant: left.constant + factor * right.constant,
    terms: [...terms.values()]
      .filter((term) => term.coefficient !== 0)
      .sort((one, other) => (one.key < other.key ? -1 : 1)),
  };
}

export const minus = (left: Affine, right: Affine): Affine => plus(left, right, -1);

export const times = (affine: Affine, factor: number): Affine => plus(whole(0), affine, factor);

export const sameAffine = (left: Affine, right: Affine): boolean => {
  const difference = minus(left, right);
  return difference.constant === 0 && difference.terms.length === 0;
};

export const isWhole = (affine: Affine): boolean => affine.terms.length === 0;

/** The letter that stands bare, as `k` does in `k` but not in `k+1`; `undefined` for anything else. */
export function bareLetter(affine: Affine): string | undefined {
  const term = affine.terms[0];
  const bare = affine.terms.length === 1 && affine.constant === 0 && term?.coefficient === 1;
  return bare && term.width === undefined ? term.key : undefined;
}

/** Every letter that occurs, inside widths too. */
export function lettersOf(affine: Affine): string[] {
  return affine.terms.flatMap((term) => (term.width ? lettersOf(term.width.at) : [term.key]));
}

/** Puts expressions for letters: `k+1` with k ↦ 2 is `3`, `n_{k+1}` becomes `n_3`. */
export function substitute(affine: Affine, values: ReadonlyMap<string, Affine>): Affine {
  return affine.terms.reduce((sum, term) => {
    const value = term.width
      ? width(term.width.name, substitute(term.width.at, values))
      : (values.get(term.key) ?? letter(term.key));
    return plus(sum, value, term.coefficient);
  }, whole(affine.constant));
}

/** The number that the expression stands for, or `undefined` where the scope lacks one of its letters. */
export function evaluateAffine(affine: Affine, scope: Scope): number | undefined {
  let sum = affine.constant;
  for (const { key, coefficient, width: wide } of affine.terms) {
    const at = wide && evaluateAffine(wide.at, scope);
    const value = wide ? (at === undefined ? at : scope.width(wide.name, at)) : scope.letter(key);
    if (value === undefined) return undefined;
    sum += coefficient * value;
  }
  return sum;
}

/** LaTeX, with positive terms first: `L-1`, `k+1`, `n_k+1`. */
export function printAffine(affine: Affine): string {
  const ordered = [...affine.terms].sort((one, other) => other.coefficient - one.coefficient);
  let text = "";
  for (const { key, coefficient } of ordered) {
    const size = Math.abs(coefficient) === 1 ? "" : String(Math.abs(coefficient));
    text += `${coefficient < 0 ? "-" : text ? "+" : ""}${size}${key}`;
  }
  if (affine.constant !== 0 || text === "") {
    text += `${affine.constant < 0 ? "-" : text ? "+" : ""}${Math.abs(affine.constant)}`;
  }
  return text;
}
