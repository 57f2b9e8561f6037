import type * as tf from '@tensorflow/tfjs-core';
import { unitRows } from '../../server/src/core/embeddings/forward';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';
import type { Tokenizer } from '../../server/src/core/embeddings/tokenizer';
import { Adam, clipNorm } from './adam';
import { cosines, TRAINED_TOKENS } from './batches/batches';
import { pick } from './batches/pairPool';
import { drawTexts, type TextPool } from './batches/textPool';
import { differentiate } from './differentiate';
import { type Parameters, zerosLike } from './engine/parameters';
import { addWordMeans, distinctTokens, spreadWordMeans } from './engine/tokenTable';
import { matMul } from './matMul';
import { softLoss } from './objective';
import { randomFor } from './random';
import type { Teacher } from './teacher';

const TEXTS = 512;
const RATE = 4e-3;
const LOG_EVERY = 200;

/** What pretraining needs. */
export interface Pretraining {
  readonly sizes: NetworkSizes;
  readonly parameters: Parameters;
  readonly tokenizer: Tokenizer;
  readonly texts: readonly TextPool[];
  readonly teacher: Teacher;
  readonly steps: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/**
 * Gives the word vectors their general meaning before the LSTM sees them: the mean word vector, projected, learns
 * the teacher's similarities on unlabelled texts. A tenth of the cost of a step through the LSTM.
 */
export function pretrainWords(options: Pretraining): void {
  const { sizes, parameters, tokenizer, texts, teacher, steps, seed, log } = options;
  const { embedding } = sizes;
  const adam = new Adam(sizes);
  const gradients = zerosLike(sizes);
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const random = randomFor(seed, -1000 - step);
    const drawn = [0, 1, 2, 3].flatMap(() => drawTexts(pick(texts, random), TEXTS / 4, random));
    const sequences = drawn.map((text) => tokenizer.encode(text, TRAINED_TOKENS));
    const tokens = distinctTokens(sequences, parameters['words/embeddings'], embedding);
    const means = new Float32Array(TEXTS * embedding);
    addWordMeans(means, embedding, sequences, tokens, embedding);
    for (const values of Object.values(gradients)) values.fill(0);
    const taught = { soft: TEXTS, similarity: cosines(teacher.embed(drawn)) };
    const { loss, dMeans } = lossOf(means, taught, parameters, gradients, sizes);
    const dVectors = new Float32Array(tokens.vectors.length);
    spreadWordMeans(dVectors, dMeans, embedding, sequences, tokens, embedding);
    tokens.ids.forEach((id, place) => {
      const from = dVectors.subarray(place * embedding, (place + 1) * embedding);
      gradients['words/embeddings'].set(from, id * embedding);
    });
    clipNorm(gradients);
    adam.update(parameters, gradients, step, RATE * (1 - 0.95 * (step / steps)));
    sum += loss;
    if ((step + 1) % LOG_EVERY === 0) {
      log(`words ${step + 1}/${steps} loss ${(sum / LOG_EVERY).toFixed(4)}`);
      sum = 0;
    }
  }
}

function lossOf(
  means: Float32Array,
  taught: { readonly soft: number; readonly similarity: Float32Array },
  parameters: Parameters,
  gradients: Parameters,
  { embedding, dimensions }: NetworkSizes,
): { loss: number; dMeans: Float32Array } {
  // The projection's first rows are those of the mean word vector.
  const kernel = parameters['projection/kernel'].subarray(0, embedding * dimensions);
  const differential = differentiate(
    (...[x, projection]: tf.Tensor[]) =>
      softLoss(unitRows(matMul(x as tf.Tensor2D, projection as tf.Tensor2D)), taught),
    [
      { values: means, shape: [taught.soft, embedding] },
      { values: kernel, shape: [embedding, dimensions] },
    ],
  );
  const [dMeans, dKernel] = differential.gradients as [Float32Array, Float32Array];
  gradients['projection/kernel'].set(dKernel);
  return { loss: differential.value, dMeans };
}
