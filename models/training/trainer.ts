import * as tf from '@tensorflow/tfjs-core';
import { unitRows } from '../../server/src/core/embeddings/forward';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { EnergyName } from '../../server/src/core/energies/energy';
import { Adam, clipNorm } from './adam';
import type { Batches, TrainingBatch } from './batches/batches';
import { differentiate } from './differentiate';
import { type Parameters, zerosLike } from './engine/parameters';
import type { RecurrentEngine } from './engine/recurrentEngine';
import { matMul } from './matMul';
import { type ObjectiveWeights, objective } from './objective';
import { randomFor } from './random';

const WARM_UP_STEPS = 100;
/** Share of the run after which the ranking term fades and the contrastive loss decides. */
const RANKING_FADES_AT = 0.6;
const LAST_OF_RANKING = 0.15;
/** Shares of the run between which counterfeits move from half a margin away to nearly the whole. */
const COUNTERFEITS_MOVE = [0.1, 0.25] as const;

/** How much the parts of the objective that differ between the courses count. */
type CourseWeights = Pick<ObjectiveWeights, 'counterfeit' | 'order' | 'graded' | 'soft'>;

/** General meaning: the teacher leads. */
const GENERAL_WEIGHTS: CourseWeights = { counterfeit: 2, order: 1, graded: 1, soft: 2 };
/** The prose of software leads: siblings are told apart, general similarity is only kept. */
const SOFTWARE_WEIGHTS: CourseWeights = { counterfeit: 1, order: 0.5, graded: 0.7, soft: 0.5 };

/** What one step is made with. */
interface Plan {
  readonly batches: Batches;
  readonly weights: ObjectiveWeights;
  readonly rate: number;
}

/** How a run goes. */
export interface TrainerOptions {
  readonly sizes: NetworkSizes;
  readonly seed: number;
  /** Steps of the course for general meaning. */
  readonly steps: number;
  /** Steps of the course on the prose of software, after those. */
  readonly lastSteps: number;
  readonly energy: EnergyName;
  /** Largest learning rate, reached after the warm-up. */
  readonly rate: number;
}

/** Trains the siamese encoder, step by step. The state is the parameters and the optimiser's moments. */
export class Trainer {
  readonly adam: Adam;
  readonly #gradients: Parameters;

  constructor(
    readonly parameters: Parameters,
    private readonly engine: RecurrentEngine,
    private readonly batches: Batches,
    private readonly lastBatches: Batches,
    private readonly options: TrainerOptions,
  ) {
    this.adam = new Adam(options.sizes);
    this.#gradients = zerosLike(options.sizes);
  }

  /** Runs one step (0-based); answers its loss and how many texts it embedded. */
  async step(step: number): Promise<{ loss: number; texts: number }> {
    const { seed } = this.options;
    const { batches, weights, rate } = this.#planOf(step);
    const batch = batches.draw(randomFor(seed, step));
    const pass = await this.engine.run(batch.sequences, this.parameters);
    for (const values of Object.values(this.#gradients)) values.fill(0);
    const { loss, dFeatures } = this.#lossOf(pass.features, batch, weights);
    await this.engine.back(pass, dFeatures, this.parameters, this.#gradients);
    clipNorm(this.#gradients);
    this.adam.update(this.parameters, this.#gradients, step, rate);
    return { loss, texts: batch.sequences.length };
  }

  #planOf(step: number): Plan {
    const { steps, lastSteps } = this.options;
    const progress = step / (steps + lastSteps);
    const rate = this.options.rate * rateShareAt(step, progress);
    return step < steps
      ? { batches: this.batches, weights: weightsAt(progress, GENERAL_WEIGHTS), rate }
      : { batches: this.lastBatches, weights: weightsAt(progress, SOFTWARE_WEIGHTS), rate };
  }

  /** The loss of a batch and its gradients; those of the projection are left in `#gradients`. */
  #lossOf(
    features: Float32Array,
    batch: TrainingBatch,
    weights: ObjectiveWeights,
  ): { loss: number; dFeatures: Float32Array } {
    const { energy, sizes } = this.options;
    const kernel = this.parameters['projection/kernel'];
    const width = kernel.length / sizes.dimensions;
    const { value, gradients } = differentiate(
      (...[x, projection, bias]: tf.Tensor[]) => {
        const projected = tf.add(
          matMul(x as tf.Tensor2D, projection as tf.Tensor2D),
          bias as tf.Tensor,
        );
        return objective(unitRows(projected as tf.Tensor2D), batch, weights, energy);
      },
      [
        { values: features, shape: [batch.sequences.length, width] },
        { values: kernel, shape: [width, sizes.dimensions] },
        { values: this.parameters['projection/bias'], shape: [sizes.dimensions] },
      ],
    );
    const [dFeatures, dKernel, dBias] = gradients as [Float32Array, Float32Array, Float32Array];
    this.#gradients['projection/kernel'].set(dKernel);
    this.#gradients['projection/bias'].set(dBias);
    return { loss: value, dFeatures };
  }
}

function rateShareAt(step: number, progress: number): number {
  const warmUp = Math.min(1, (step + 1) / WARM_UP_STEPS);
  const cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  return warmUp * (0.02 + 0.98 * cosine);
}

/**
 * Which part of the objective leads when. Counterfeits are first kept half a margin away, while words get their
 * meaning; then nearly the whole, and the order among all pairs counts.
 */
function weightsAt(progress: number, course: CourseWeights): ObjectiveWeights {
  const between = (from: number, to: number) =>
    Math.min(1, Math.max(0, (progress - from) / (to - from)));
  const moved = between(...COUNTERFEITS_MOVE);
  return {
    ...course,
    ranking: 1 + between(RANKING_FADES_AT, 1) * (LAST_OF_RANKING - 1),
    counterfeit: course.counterfeit * (0.5 + 0.5 * moved),
    counterfeitMargin: 0.5 + 0.4 * moved,
    order: course.order * moved,
  };
}
