import type { Contestant, Problem } from "./contestant.ts";

/** A number that remembers what it was computed from, in the style of Andrej Karpathy's micrograd. */
class Value {
  grad = 0;
  readonly data: number;
  readonly parents: readonly Value[];
  /** Passes the gradient on to the parents. */
  pass: () => void = () => {};

  constructor(data: number, parents: readonly Value[] = []) {
    this.data = data;
    this.parents = parents;
  }

  plus(other: Value): Value {
    const sum = new Value(this.data + other.data, [this, other]);
    sum.pass = () => {
      this.grad += sum.grad;
      other.grad += sum.grad;
    };
    return sum;
  }

  times(other: Value): Value {
    const product = new Value(this.data * other.data, [this, other]);
    product.pass = () => {
      this.grad += other.data * product.grad;
      other.grad += this.data * product.grad;
    };
    return product;
  }

  tanh(): Value {
    const result = new Value(Math.tanh(this.data), [this]);
    result.pass = () => {
      this.grad += (1 - result.data ** 2) * result.grad;
    };
    return result;
  }

  /** Parents before children; then each passes its gradient on, the last one first. */
  backward(): void {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (one: Value): void => {
      if (seen.has(one)) return;
      seen.add(one);
      one.parents.forEach(visit);
      order.push(one);
    };
    visit(this);
    this.grad = 1;
    for (const one of order.reverse()) one.pass();
  }
}

/** An object and a closure for every single operation, made anew in every run. */
export function scalarAutograd({ network, examples }: Problem): Contestant {
  let error = new Value(Number.NaN);
  let parameters: Value[] = [];
  return {
    name: "a scalar autograd",
    how: "an object an operation, in the style of micrograd",
    precision: 1e-12,
    run: (inputs) => {
      const values = (row: readonly number[]): Value[] => row.map((one) => new Value(one));
      const weights = network.weights.map((matrix) => matrix.map(values));
      const biases = network.biases.map(values);
      const errorOf = (input: readonly number[], target: readonly number[]): Value => {
        let a = values(input);
        weights.forEach((matrix, layer) => {
          const below = a;
          a = matrix.map((row, i) =>
            row
              .reduce((sum, weight, j) => sum.plus(weight.times(below[j]!)), biases[layer]![i]!)
              .tanh(),
          );
        });
        const misses = a.map((one, i) => one.plus(new Value(-target[i]!)));
        return misses.reduce((sum, miss) => sum.plus(miss.times(miss)), new Value(0));
      };
      const total = examples.reduce(
        (sum, { target }, r) => sum.plus(errorOf(inputs[r]!, target)),
        new Value(0),
      );
      error = total.times(new Value(1 / (2 * examples.length)));
      parameters = [...weights.flat(2), ...biases.flat()];
      error.backward();
    },
    read: () => ({ error: error.data, gradient: parameters.map(({ grad }) => grad) }),
  };
}
