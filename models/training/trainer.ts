import * as tf from '@tensorflow/tfjs-core';
import { embedBatch } from '../../server/src/core/embeddings/forward';
import { batchTokens, orderByLength } from '../../server/src/core/embeddings/tokenBatch';
import type { EnergyName } from '../../server/src/core/energies/energy';
import { type Batches, GENUINE, LABELLED, type TrainingBatch } from './batches';
import { objective } from './objective';
import { randomFor } from './random';
import { toEncoderWeights, type Variables } from './variables';

/** Largest learning rate, reached after the warm-up. */
const LEARNING_RATE = 2e-3;
const WARM_UP_STEPS = 100;
/** Share of the run after which the ranking term fades and the contrastive loss decides. */
const RANKING_FADES_AT = 0.6;
const LAST_RANKING = 0.15;
/** Gradients longer than this are scaled down to it: an LSTM's occasional spikes undo many steps. */
const MAX_GRADIENT_NORM = 1;
/** Texts of similar length are embedded together, so little is spent on padding. */
const CHUNKS = 4;

/** Adam whose learning rate follows a schedule. */
class ScheduledAdam extends tf.AdamOptimizer {
  setLearningRate(rate: number): void {
    this.learningRate = rate;
  }
}

/** Trains the siamese encoder, step by step. The state is the variables and the optimiser's moments. */
export class Trainer {
  readonly optimizer = new ScheduledAdam(LEARNING_RATE, 0.9, 0.999, 1e-8);
  readonly #variables: Variables;
  readonly #batches: Batches;
  readonly #seed: number;
  readonly #totalSteps: number;
  readonly #energy: EnergyName;

  constructor(
    variables: Variables,
    batches: Batches,
    seed: number,
    totalSteps: number,
    energy: EnergyName = 'euclidean',
  ) {
    this.#variables = variables;
    this.#batches = batches;
    this.#seed = seed;
    this.#totalSteps = totalSteps;
    this.#energy = energy;
  }

  /** Runs one step (0-based); answers its loss. */
  step(step: number): number {
    const batch = this.#batches.draw(randomFor(this.#seed, step));
    const progress = step / this.#totalSteps;
    this.optimizer.setLearningRate(learningRateAt(step, progress));
    return tf.tidy(() => {
      const loss = () => this.#lossOf(batch, rankingAt(progress));
      const { value, grads } = tf.variableGrads(loss, Object.values(this.#variables));
      this.optimizer.applyGradients(clip(grads));
      return value.dataSync()[0] as number;
    });
  }

  #lossOf(batch: TrainingBatch, ranking: number): tf.Scalar {
    const embeddings = this.#embed(batch.sequences);
    const rows = (start: number, count: number) =>
      tf.slice(embeddings, [start, 0], [count, -1]) as tf.Tensor2D;
    return objective(
      {
        a: rows(0, GENUINE),
        b: rows(GENUINE, GENUINE),
        imposite: tf.tensor2d(batch.imposite, [GENUINE, GENUINE]),
        labelledA: rows(2 * GENUINE, LABELLED),
        labelledB: rows(2 * GENUINE + LABELLED, LABELLED),
        isDuplicate: tf.tensor1d(batch.isDuplicate),
      },
      ranking,
      this.#energy,
    );
  }

  /** Embeds in chunks of similar length and puts the rows back in order. */
  #embed(sequences: readonly (readonly number[])[]): tf.Tensor2D {
    const order = orderByLength(sequences);
    const weights = toEncoderWeights(this.#variables);
    const size = Math.ceil(order.length / CHUNKS);
    const chunks: tf.Tensor2D[] = [];
    for (let start = 0; start < order.length; start += size) {
      const chosen = order.slice(start, start + size).map((i) => sequences[i] as readonly number[]);
      chunks.push(embedBatch(batchTokens(chosen), weights));
    }
    const places = new Int32Array(order.length);
    order.forEach((original, sorted) => {
      places[original] = sorted;
    });
    return tf.gather(tf.concat(chunks, 0), tf.tensor1d(places, 'int32')) as tf.Tensor2D;
  }
}

function learningRateAt(step: number, progress: number): number {
  const warmUp = Math.min(1, (step + 1) / WARM_UP_STEPS);
  const cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  return LEARNING_RATE * warmUp * (0.02 + 0.98 * cosine);
}

function rankingAt(progress: number): number {
  if (progress <= RANKING_FADES_AT) return 1;
  const faded = (progress - RANKING_FADES_AT) / (1 - RANKING_FADES_AT);
  return 1 + faded * (LAST_RANKING - 1);
}

/** The gradients with names, scaled down together if their norm is above the bound. */
function clip(gradients: tf.NamedTensorMap): { name: string; tensor: tf.Tensor }[] {
  const named = Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  const squared = named
    .map(({ tensor }) => tf.sum(tf.square(tensor)))
    .reduce((sum, square) => tf.add(sum, square));
  const norm = Math.sqrt(squared.dataSync()[0] as number);
  if (norm <= MAX_GRADIENT_NORM) return named;
  const scale = MAX_GRADIENT_NORM / norm;
  return named.map(({ name, tensor }) => ({ name, tensor: tf.mul(tensor, scale) }));
}
