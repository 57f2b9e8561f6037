import * as tf from '@tensorflow/tfjs-core';
import { principalAxes } from './principalAxes';
import type { Embed } from './validation';
import type { Variables } from './variables';

/**
 * Turns the projection onto the principal axes of the embeddings of `texts`.
 *
 * A rotation changes no energy. It puts most of the distance between two embeddings into the first few
 * coordinates, and the search stops there for all but near pairs.
 */
export function turnToAxes(variables: Variables, texts: readonly string[], embed: Embed): void {
  const axes = principalAxes(embed(texts));
  tf.tidy(() => {
    const kernel = variables['projection/kernel'];
    const bias = variables['projection/bias'];
    const dimensions = bias.shape[0] as number;
    const rotation = tf.tensor2d(Float32Array.from(axes), [dimensions, dimensions]);
    kernel.assign(tf.matMul(kernel as tf.Tensor2D, rotation));
    const row = tf.reshape(bias, [1, dimensions]) as tf.Tensor2D;
    bias.assign(tf.reshape(tf.matMul(row, rotation), [dimensions]));
  });
}
