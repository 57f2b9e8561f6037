import * as tf from '@tensorflow/tfjs-core';
import { contrastiveLoss, pairEnergies } from '../../server/src/core/energies/contrastiveLoss';
import { type EnergyName, MARGINS } from '../../server/src/core/energies/energy';
import { Kinship, type TrainingBatch } from './batches/batches';
import { matMul } from './matMul';

/** Sharpness of the ranking term. */
const TEMPERATURE = 0.06;
/** Sharpness of the graded order (CoSENT's λ is its inverse). */
const GRADED_TEMPERATURE = 0.05;
/** Sharpness of the order between all genuine pairs and all near imposites of a batch. */
const ORDER_TEMPERATURE = 0.1;
/** Sharpness with which the teacher's neighbours are copied. */
const SOFT_TEMPERATURE = 0.1;
/** Labels nearer than this are not in any order. */
const SAME_GRADE = 0.05;
/** Farther than any cosine: takes an entry out of a maximum. */
const ABSENT = 4;
/** Keeps the square root's gradient finite at E = 0. */
const EPSILON = 1e-6;

/** How much each part of the objective counts at a step. */
export interface ObjectiveWeights {
  readonly ranking: number;
  /** Of the contrastive term of counterfeits. */
  readonly counterfeit: number;
  /** The margin of counterfeits, as a share of the full one. */
  readonly counterfeitMargin: number;
  readonly order: number;
  readonly graded: number;
  readonly soft: number;
}

/**
 * The training loss of a batch of embeddings `[texts, dimensions]`: the contrastive loss over genuine, in-batch
 * imposite, counterfeit, labelled and graded pairs, plus terms that lead early and fade: each text shall find its
 * partner in the batch (InfoNCE), graded pairs shall stand in order (CoSENT, Su 2022), and texts shall be as
 * similar as the teacher finds them (Hinton et al. 2015 on rows of the similarity matrix).
 *
 * Each contrastive term is in units of its margin squared. In-batch imposites are always taken by Euclidean
 * energy, which one matrix product gives for all of them.
 */
export function objective(
  embeddings: tf.Tensor2D,
  batch: TrainingBatch,
  weights: ObjectiveWeights,
  energy: EnergyName,
): tf.Scalar {
  let at = 0;
  const rows = (count: number) => {
    const part = tf.slice(embeddings, [at, 0], [count, -1]) as tf.Tensor2D;
    at += count;
    return part;
  };
  const { genuine, counterfeits, labelled, graded, soft } = batch;
  const a = rows(genuine);
  const b = rows(genuine);
  const candidates =
    counterfeits === 0 ? b : (tf.concat([b, rows(counterfeits)], 0) as tf.Tensor2D);
  const terms = pairTerms(a, b, candidates, batch, weights, energy);
  if (labelled + graded > 0) {
    const one = rows(labelled + graded);
    const other = rows(labelled + graded);
    terms.push(...labelledTerms(one, other, batch, weights, energy));
  }
  if (soft > 0) terms.push(tf.mul(weights.soft, softLoss(rows(soft), batch)) as tf.Scalar);
  return terms.reduce((sum, term) => tf.add(sum, term));
}

function pairTerms(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  candidates: tf.Tensor2D,
  batch: TrainingBatch,
  weights: ObjectiveWeights,
  energy: EnergyName,
): tf.Scalar[] {
  const shape: [number, number] = [batch.genuine, batch.genuine + batch.counterfeits];
  const marks = (kind: number) => tf.tensor2d(marksOf(batch.kinship, kind), shape);
  const cosines = matMul(a, tf.transpose(candidates));
  const between = tf.sqrt(tf.add(tf.relu(tf.sub(2, tf.mul(2, cosines))), EPSILON)) as tf.Tensor2D;
  const genuine = tf.mean(tf.square(pairEnergies(a, b, energy)));
  const full = MARGINS.euclidean;
  const imposite = marks(Kinship.imposite);
  const counterfeit = marks(Kinship.counterfeit);
  const near = weights.counterfeitMargin * full;
  return [
    tf.div(genuine, MARGINS[energy] ** 2),
    shortfall(between, imposite, full),
    tf.mul(weights.counterfeit, shortfall(between, counterfeit, near)),
    tf.mul(weights.ranking, rankingLoss(cosines, marks(Kinship.barred))),
    tf.mul(weights.order, orderLoss(cosines, tf.sum(tf.mul(a, b), 1), imposite, counterfeit)),
  ];
}

/**
 * A smooth AUC: every genuine pair of the batch shall be more similar than every row's nearest imposite and nearest
 * counterfeit, whichever row they are of. One threshold serves all texts, so the order must hold among all pairs.
 */
function orderLoss(
  cosines: tf.Tensor2D,
  genuine: tf.Tensor,
  imposite: tf.Tensor2D,
  counterfeit: tf.Tensor2D,
): tf.Scalar {
  const nearest = (marks: tf.Tensor2D) =>
    tf.max(tf.sub(cosines, tf.mul(tf.sub(1, marks), ABSENT)), 1);
  // Rows without a counterfeit are so far off that they cost nothing.
  const low = tf.concat([nearest(imposite), nearest(counterfeit)]);
  const size = genuine.shape[0] as number;
  const behind = tf.sub(tf.reshape(low, [1, 2 * size]), tf.reshape(genuine, [size, 1]));
  return tf.mean(tf.softplus(tf.div(behind, ORDER_TEMPERATURE))) as tf.Scalar;
}

function marksOf(kinship: Uint8Array, kind: number): Float32Array {
  const marks = new Float32Array(kinship.length);
  for (let i = 0; i < kinship.length; i++) if (kinship[i] === kind) marks[i] = 1;
  return marks;
}

/** Mean of max(0, margin − E)² over the marked pairs inside the margin, in units of the margin squared. */
function shortfall(between: tf.Tensor2D, marks: tf.Tensor2D, margin: number): tf.Scalar {
  const short = tf.mul(tf.relu(tf.sub(margin, between)), marks);
  const inside = tf.sum(tf.step(short));
  return tf.div(tf.sum(tf.square(short)), tf.mul(margin ** 2, tf.add(inside, 1)));
}

/** Cross-entropy of finding the partner: among all candidates for a, among the first texts for b. */
function rankingLoss(cosines: tf.Tensor2D, barred: tf.Tensor2D): tf.Scalar {
  const [size, width] = cosines.shape;
  const own = tf.eye(size, width) as tf.Tensor2D;
  const bar = tf.mul(tf.sub(barred, own), -1e4);
  const logits = tf.add(tf.div(cosines, TEMPERATURE), bar) as tf.Tensor2D;
  const back = tf.transpose(tf.slice(logits, [0, 0], [size, size])) as tf.Tensor2D;
  const direction = (x: tf.Tensor2D, target: tf.Tensor) =>
    tf.neg(tf.div(tf.sum(tf.mul(tf.logSoftmax(x), target)), size));
  return tf.mul(0.5, tf.add(direction(logits, own), direction(back, tf.eye(size)))) as tf.Scalar;
}

function labelledTerms(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  batch: TrainingBatch,
  weights: ObjectiveWeights,
  energy: EnergyName,
): tf.Scalar[] {
  const { labelled, graded, isDuplicate } = batch;
  const energies = pairEnergies(a, b, energy);
  const margin = MARGINS[energy];
  const loss = tf.mean(contrastiveLoss(energies, tf.tensor1d(isDuplicate), margin));
  const terms = [tf.div(tf.mul(2, loss), margin ** 2) as tf.Scalar];
  if (graded > 0) {
    const similarity = tf.slice(tf.sum(tf.mul(a, b), 1), [labelled], [graded]) as tf.Tensor1D;
    const order = gradedLoss(similarity, isDuplicate.subarray(labelled));
    terms.push(tf.mul(weights.graded, order) as tf.Scalar);
  }
  return terms;
}

/** log(1 + Σ exp((cosine of the lower pair − cosine of the higher pair) / temperature)), over pairs in order. */
function gradedLoss(similarity: tf.Tensor1D, grades: Float32Array): tf.Scalar {
  const size = grades.length;
  const bar = new Float32Array(size * size);
  grades.forEach((low, i) => {
    grades.forEach((high, j) => {
      if (high - low < SAME_GRADE) bar[i * size + j] = -1e4;
    });
  });
  const differences = tf.sub(tf.reshape(similarity, [size, 1]), tf.reshape(similarity, [1, size]));
  const logits = tf.add(tf.div(differences, GRADED_TEMPERATURE), tf.tensor2d(bar, [size, size]));
  const all = tf.concat([tf.zeros([1]), tf.reshape(logits, [size * size])]);
  return tf.div(tf.logSumExp(all), Math.log(size)) as tf.Scalar;
}

/** How far the texts' cosines are from the teacher's: squared, and as the choice of neighbours. */
export function softLoss(
  texts: tf.Tensor2D,
  batch: Pick<TrainingBatch, 'soft' | 'similarity'>,
): tf.Scalar {
  const { soft, similarity } = batch;
  const taught = tf.tensor2d(similarity, [soft, soft]);
  const cosines = matMul(texts, tf.transpose(texts));
  const self = tf.mul(tf.eye(soft), -1e4);
  const choice = (x: tf.Tensor) => tf.add(tf.div(x, SOFT_TEMPERATURE), self);
  const wanted = tf.softmax(choice(taught));
  const chosen = tf.logSoftmax(choice(cosines));
  // The teacher's own entropy is subtracted: 0 is a perfect copy.
  const divergence = tf.sum(tf.mul(wanted, tf.sub(tf.log(tf.add(wanted, 1e-9)), chosen)));
  const squares = tf.mean(tf.square(tf.sub(cosines, taught)));
  return tf.add(tf.div(divergence, soft), tf.mul(10, squares)) as tf.Scalar;
}
