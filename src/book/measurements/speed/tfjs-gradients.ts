import * as tf from "@tensorflow/tfjs-core";

/**
 * The rules of differentiation of the operations that are used here, as TensorFlow.js has them in its file
 * register_all_gradients. Its bundle for Node leaves them all out.
 */
const RULES: readonly tf.GradConfig[] = [
  {
    kernelName: tf.Tanh,
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({
      x: () => tf.mul(tf.sub(tf.scalar(1), tf.square(y!)), dy as tf.Tensor),
    }),
  },
  {
    kernelName: tf.Square,
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({
      x: () => tf.mul(dy as tf.Tensor, tf.mul(tf.cast(x!, "float32"), 2)),
    }),
  },
  {
    kernelName: tf.Sum,
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({
      x: () => tf.mul(tf.reshape(dy as tf.Tensor, [1, 1]), tf.ones(x!.shape)),
    }),
  },
  {
    kernelName: tf.Multiply,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => ({
      a: () => reduced(tf.mul(dy as tf.Tensor, b!), a!.shape),
      b: () => reduced(tf.mul(dy as tf.Tensor, a!), b!.shape),
    }),
  },
  {
    kernelName: tf.Add,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => ({
      a: () => reduced(dy as tf.Tensor, a!.shape),
      b: () => reduced(dy as tf.Tensor, b!.shape),
    }),
  },
  {
    kernelName: tf.Sub,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => ({
      a: () => reduced(dy as tf.Tensor, a!.shape),
      b: () => reduced(tf.neg(dy as tf.Tensor), b!.shape),
    }),
  },
  {
    kernelName: tf.BatchMatMul,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => ({
      a: () => tf.matMul(dy as tf.Tensor, b!, false, true),
      b: () => tf.matMul(a!, dy as tf.Tensor, true, false),
    }),
  },
  {
    kernelName: tf.Reshape,
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({ x: () => tf.reshape(dy as tf.Tensor, x!.shape) }),
  },
];

/** What was broadcast is added up again. */
const reduced = (value: tf.Tensor, shape: number[]): tf.Tensor => {
  const axes = tf.broadcast_util.getReductionAxes(shape, value.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(value, axes) : value, shape);
};

/** To be called once, before anything is differentiated. */
export const registerGradients = (): void => RULES.forEach((rule) => tf.registerGradient(rule));
