import * as tf from '@tensorflow/tfjs-core';
import type { EnergyName } from './energy';

/** Keeps the square root's gradient finite where two embeddings coincide. */
const EPSILON = 1e-12;

/**
 * Energies of pairs of embeddings, differentiable.
 *
 * @param a, b `[n, dimensions]`
 * @returns `[n]`, each ≥ 0; the same functions as `energies` on arrays.
 */
export function pairEnergies(a: tf.Tensor2D, b: tf.Tensor2D, energy: EnergyName): tf.Tensor1D {
  return tf.tidy(() => {
    if (energy === 'manhattan') return tf.sum(tf.abs(tf.sub(a, b)), 1);
    if (energy === 'euclidean') {
      return tf.sqrt(tf.add(tf.sum(tf.square(tf.sub(a, b)), 1), EPSILON));
    }
    const norms = tf.mul(tf.sum(tf.square(a), 1), tf.sum(tf.square(b), 1));
    return tf.sub(1, tf.div(tf.sum(tf.mul(a, b), 1), tf.sqrt(tf.add(norms, EPSILON))));
  });
}

/**
 * The contrastive loss of each pair: `Y·E² + (1 − Y)·max(0, margin − E)²`.
 *
 * After Hadsell, Chopra and LeCun 2006, with our label the other way round: Y = `isDuplicate` is 1 for pairs
 * that say the same. An imposite pair beyond the margin costs nothing. A graded Y in (0, 1) pulls the pair
 * to E = (1 − Y)·margin, the minimum of the two terms together.
 *
 * @param energy `[n]`, ≥ 0
 * @param isDuplicate `[n]`, in [0, 1]
 * @returns `[n]`
 */
export function contrastiveLoss(
  energy: tf.Tensor1D,
  isDuplicate: tf.Tensor1D,
  margin: number,
): tf.Tensor1D {
  return tf.tidy(() => {
    const genuine = tf.mul(isDuplicate, tf.square(energy));
    const shortfall = tf.relu(tf.sub(margin, energy));
    const imposite = tf.mul(tf.sub(1, isDuplicate), tf.square(shortfall));
    return tf.add(genuine, imposite);
  });
}
