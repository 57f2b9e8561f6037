import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  PARAMETER_NAMES,
  type ParameterName,
  shapesOf,
  zerosLike,
} from '../../../models/training/engine/parameters';
import { RecurrentEngine } from '../../../models/training/engine/recurrentEngine';
import { randomFor } from '../../../models/training/random';
import { featuresOf } from '../../../server/src/core/embeddings/forward';
import { batchTokens } from '../../../server/src/core/embeddings/tokenBatch';

const sizes = { vocabulary: 30, embedding: 5, units: 4, dimensions: 3 };
const random = randomFor(1, 0);
const parameters = zerosLike(sizes);
for (const values of Object.values(parameters)) {
  values.forEach((_, i) => {
    values[i] = random() * 2 - 1;
  });
}
const lengths = [1, 7, 3, 3, 12, 1, 5];
const sequences = lengths.map((n) =>
  Array.from({ length: n }, () => 1 + Math.floor(random() * 29)),
);
const width = sizes.embedding + 4 * sizes.units;
const dFeatures = Float32Array.from({ length: sequences.length * width }, () => random() * 2 - 1);

/** The reference: the shipped forward pass and its taped gradient. */
function reference(): { features: Float32Array; gradients: Map<string, Float32Array> } {
  const shapes = shapesOf(sizes);
  const names = PARAMETER_NAMES.filter((name) => !name.startsWith('projection'));
  const tensors = names.map((name) => tf.tensor(parameters[name], shapes[name] as number[]));
  const at = (all: tf.Tensor[], name: ParameterName) => all[names.indexOf(name)] as tf.Tensor;
  const features = (...all: tf.Tensor[]) => {
    const direction = (d: 'forward' | 'backward') => ({
      kernel: at(all, `${d}/kernel`) as tf.Tensor2D,
      recurrentKernel: at(all, `${d}/recurrent`) as tf.Tensor2D,
      bias: at(all, `${d}/bias`) as tf.Tensor1D,
    });
    return featuresOf(batchTokens(sequences), {
      embedding: at(all, 'words/embeddings') as tf.Tensor2D,
      forward: direction('forward'),
      backward: direction('backward'),
    });
  };
  const dy = tf.tensor2d(dFeatures, [sequences.length, width]);
  const grads = tf.grads(features)(tensors, dy);
  return {
    features: features(...tensors).dataSync() as Float32Array,
    gradients: new Map(names.map((name, i) => [name, grads[i]?.dataSync() as Float32Array])),
  };
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

describe('the training engine agrees with the shipped forward pass', () => {
  let engine: RecurrentEngine;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    engine = await RecurrentEngine.create(sizes);
  });

  it('in its features', async () => {
    const { features } = await engine.run(sequences, parameters);
    expect(largestDifference(features, reference().features)).toBeLessThan(1e-5);
  });

  it('in its gradients', async () => {
    const pass = await engine.run(sequences, parameters);
    const gradients = zerosLike(sizes);
    await engine.back(pass, dFeatures, parameters, gradients);
    for (const [name, expected] of reference().gradients) {
      const actual = gradients[name as ParameterName];
      expect(largestDifference(actual, expected), name).toBeLessThan(1e-4);
      expect(Math.max(...expected.map(Math.abs)), name).toBeGreaterThan(0.1);
    }
  });
});
