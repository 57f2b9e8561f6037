import * as tf from '@tensorflow/tfjs-core';
import { type LstmWeights, pooledLstm } from './lstm/pooledLstm';
import type { TokenBatch } from './tokenBatch';

/** The encoder's weights; both branches of the siamese network are this one set. */
export interface EncoderWeights {
  /** `[vocabulary, embedding]` */
  readonly embedding: tf.Tensor2D;
  readonly forward: LstmWeights;
  readonly backward: LstmWeights;
  /** `[embedding + 4·units, dimensions]` */
  readonly projection: tf.Tensor2D;
  /** `[dimensions]` */
  readonly projectionBias: tf.Tensor1D;
}

/** Keeps the norm's gradient finite at the zero vector. */
const EPSILON = 1e-12;

/**
 * f(X): embeds a batch of token sequences; the caller tidies.
 *
 * Mean word vector, mean and maximum of each LSTM direction, side by side, projected and scaled to unit
 * length. The same function as the layers model in `network.ts`, several times faster (tested to agree).
 *
 * @returns `[size, dimensions]`, rows of unit length
 */
export function embedBatch(batch: TokenBatch, weights: EncoderWeights): tf.Tensor2D {
  const features = featuresOf(batch, weights);
  return unitRows(tf.add(tf.matMul(features, weights.projection), weights.projectionBias));
}

/**
 * What the projection reads.
 *
 * @returns `[size, embedding + 4·units]`: mean word vector, then mean and maximum of each direction
 */
function featuresOf(batch: TokenBatch, weights: EncoderWeights): tf.Tensor2D {
  const lengths = tf.tensor1d(batch.lengths);
  const words = tf.gather(weights.embedding, tf.tensor1d(batch.ids, 'int32'));
  const reversed = tf.gather(weights.embedding, tf.tensor1d(batch.reversedIds, 'int32'));
  return tf.concat(
    [
      meanOfWords(words, batch, lengths),
      pooledLstm(words, lengths, weights.forward),
      pooledLstm(reversed, lengths, weights.backward),
    ],
    1,
  ) as tf.Tensor2D;
}

function meanOfWords(words: tf.Tensor2D, batch: TokenBatch, lengths: tf.Tensor1D): tf.Tensor2D {
  const { size, steps } = batch;
  const mask = new Float32Array(steps * size);
  batch.lengths.forEach((length, row) => {
    for (let t = 0; t < length; t++) mask[t * size + row] = 1;
  });
  const real = tf.mul(words, tf.tensor2d(mask, [steps * size, 1]));
  const sums = tf.sum(tf.reshape(real, [steps, size, -1]), 0);
  return tf.div(sums, tf.reshape(lengths, [size, 1]));
}

/** Scales each row to unit length. Differentiable, for training. */
export function unitRows(rows: tf.Tensor2D): tf.Tensor2D {
  const squares = tf.sum(tf.square(rows), 1, true);
  return tf.mul(rows, tf.rsqrt(tf.add(squares, EPSILON)));
}
