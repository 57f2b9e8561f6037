import * as tf from '@tensorflow/tfjs-core';
import { matMul } from '../../server/src/core/embeddings/matMul';
import { contrastiveLoss, pairEnergies } from '../../server/src/core/energies/contrastiveLoss';
import type { EnergyName } from '../../server/src/core/energies/energy';

/**
 * E at which an imposite pair stops costing. All three are an angle of 60° between unit vectors (for the
 * Manhattan distance on average, in 128 dimensions).
 */
export const MARGINS: Readonly<Record<EnergyName, number>> = {
  euclidean: 1,
  manhattan: 9,
  cosine: 0.5,
};
/** Sharpness of the ranking term. */
const TEMPERATURE = 0.06;
/** Keeps the square root's gradient finite at E = 0. */
const EPSILON = 1e-6;

/** Embeddings of a batch, and what is known of its pairs. */
export interface BatchEmbeddings {
  /** `[genuine, dimensions]`: row i of `a` says the same as row i of `b`. */
  readonly a: tf.Tensor2D;
  readonly b: tf.Tensor2D;
  /** `[genuine, genuine]`: 1 where a row of `a` and a row of `b` may serve as an imposite pair. */
  readonly imposite: tf.Tensor2D;
  /** `[labelled, dimensions]` and their labels `[labelled]`. */
  readonly labelledA: tf.Tensor2D;
  readonly labelledB: tf.Tensor2D;
  readonly isDuplicate: tf.Tensor1D;
}

/**
 * The training loss: the contrastive loss over genuine, labelled and in-batch imposite pairs, plus a ranking
 * term (each text shall find its partner among the batch) that leads early and fades.
 *
 * Each contrastive term is in units of its margin squared. In-batch imposites are always taken by Euclidean
 * energy, which one matrix product gives for all of them.
 *
 * @param ranking weight of the ranking term, ≥ 0
 */
export function objective(batch: BatchEmbeddings, ranking: number, energy: EnergyName): tf.Scalar {
  const { a, b, imposite, labelledA, labelledB, isDuplicate } = batch;
  const cosines = matMul(a, tf.transpose(b));
  const margin = MARGINS[energy];
  const labelledEnergy = pairEnergies(labelledA, labelledB, energy);
  const terms = [
    tf.div(tf.mean(tf.square(pairEnergies(a, b, energy))), margin ** 2),
    impositeLoss(cosines, imposite),
    tf.div(tf.mul(2, tf.mean(contrastiveLoss(labelledEnergy, isDuplicate, margin))), margin ** 2),
    tf.mul(ranking, rankingLoss(cosines, imposite)),
  ];
  return terms.reduce((sum, term) => tf.add(sum, term)) as tf.Scalar;
}

/** Mean of max(0, margin − E)² over the in-batch imposite pairs inside the margin. */
function impositeLoss(cosines: tf.Tensor2D, imposite: tf.Tensor2D): tf.Scalar {
  const energy = tf.sqrt(tf.add(tf.relu(tf.sub(2, tf.mul(2, cosines))), EPSILON));
  const shortfall = tf.mul(tf.relu(tf.sub(MARGINS.euclidean, energy)), imposite);
  const inside = tf.sum(tf.step(shortfall));
  return tf.div(tf.sum(tf.square(shortfall)), tf.add(inside, 1));
}

/** Cross-entropy of finding the partner, in both directions. */
function rankingLoss(cosines: tf.Tensor2D, imposite: tf.Tensor2D): tf.Scalar {
  const size = cosines.shape[0];
  const own = tf.eye(size) as tf.Tensor2D;
  const barred = tf.mul(tf.sub(tf.add(imposite, own), 1), 1e4);
  const logits = tf.add(tf.div(cosines, TEMPERATURE), barred) as tf.Tensor2D;
  const direction = (x: tf.Tensor2D) => tf.neg(tf.div(tf.sum(tf.mul(tf.logSoftmax(x), own)), size));
  return tf.mul(0.5, tf.add(direction(logits), direction(tf.transpose(logits)))) as tf.Scalar;
}
