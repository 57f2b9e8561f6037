import * as tf from '@tensorflow/tfjs-core';

/** An array that a function is differentiated by. */
export interface Argument {
  readonly values: Float32Array;
  readonly shape: readonly [number] | readonly [number, number];
}

/** A scalar and its gradient by each argument, in the arguments' order and layout. */
export interface Differential {
  readonly value: number;
  readonly gradients: readonly Float32Array[];
}

/**
 * Evaluates a scalar function of arrays and its gradients on the current tfjs backend; no tensor is left behind.
 *
 * What `tidy` returns is searched for tensors, number by number, so the arrays leave by another door.
 */
export function differentiate(
  scalar: (...tensors: tf.Tensor[]) => tf.Scalar,
  of: readonly Argument[],
): Differential {
  let result: Differential = { value: 0, gradients: [] };
  tf.tidy(() => {
    const run = tf.valueAndGrads((...tensors: tf.Tensor[]) => scalar(...tensors));
    const { value, grads } = run(of.map(({ values, shape }) => tf.tensor(values, [...shape])));
    result = {
      value: value.dataSync()[0] as number,
      // A view of the backend's memory, which is reused.
      gradients: grads.map((grad) => (grad.dataSync() as Float32Array).slice()),
    };
  });
  return result;
}
