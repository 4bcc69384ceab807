import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import type { Contestant, Problem } from "./contestant.ts";
import { registerGradients } from "./tfjs-gradients.ts";

registerGradients();
// In a test it does not recommend another package in the terminal.
tf.env().set("IS_TEST", true);

/** TensorFlow.js on its plain JavaScript backend, in single precision; the examples are the columns. */
export function tfjs({ network, examples }: Problem): Contestant {
  const matrix = (rows: readonly (readonly number[])[]): tf.Tensor =>
    tf.tensor2d(rows.map((row) => [...row]));
  const weights = network.weights.map(matrix);
  const biases = network.biases.map((bias) => matrix(bias.map((one) => [one])));
  const target = tf.transpose(matrix(examples.map((one) => one.target)));
  let answer = { error: Number.NaN, gradient: [] as Float32Array[] };
  const errorOf = (input: tf.Tensor, parameters: readonly tf.Tensor[]): tf.Scalar => {
    let a = input;
    for (let layer = 0; layer < weights.length; layer += 1) {
      const [theta, bias] = [parameters[layer]!, parameters[weights.length + layer]!];
      a = tf.tanh(tf.add(tf.matMul(theta as tf.Tensor2D, a as tf.Tensor2D), bias));
    }
    const squares = tf.sum(tf.square(tf.sub(a, target)));
    return tf.mul(squares, 1 / (2 * examples.length)) as tf.Scalar;
  };
  return {
    name: "tfjs on CPU",
    how: "valueAndGrads, in single precision",
    precision: 1e-4,
    run: (inputs) =>
      tf.tidy(() => {
        const input = tf.transpose(matrix(inputs));
        const both = tf.valueAndGrads((...parameters: tf.Tensor[]) => errorOf(input, parameters));
        const { value, grads } = both([...weights, ...biases]);
        answer = {
          error: value.dataSync()[0]!,
          gradient: grads.map((one) => one.dataSync() as Float32Array),
        };
      }),
    read: () => ({ error: answer.error, gradient: answer.gradient.flatMap((one) => [...one]) }),
  };
}
