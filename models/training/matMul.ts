import * as tf from '@tensorflow/tfjs-core';

/**
 * a·b with a gradient that transposes first and multiplies then.
 *
 * The stock gradient multiplies with transposed arguments, for which tfjs-wasm has no fast kernel.
 *
 * @param a `[m, k]`
 * @param b `[k, n]`
 */
export function matMul(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [left, right, save] = args as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    save([left, right]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => [
      tf.matMul(dy, tf.transpose(saved[1] as tf.Tensor2D)),
      tf.matMul(tf.transpose(saved[0] as tf.Tensor2D), dy),
    ];
    return { value: tf.matMul(left, right), gradFunc };
  });
  return op(a, b) as tf.Tensor2D;
}
