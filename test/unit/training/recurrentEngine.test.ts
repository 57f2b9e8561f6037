import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
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
import { buildNetwork } from '../../../server/src/core/embeddings/network';

const sizes = { vocabulary: 30, embedding: 5, units: 4, dimensions: 3 };
const shapes = shapesOf(sizes);
const random = randomFor(1, 0);
const parameters = zerosLike(sizes);
for (const values of Object.values(parameters)) {
  values.forEach((_, i) => {
    values[i] = random() * 2 - 1;
  });
}
// More than one chunk of the engine, each with padding.
const lengths = [1, 7, 3, 3, 12, 1, 5, ...Array.from({ length: 140 }, (_, i) => 1 + (i % 4))];
const sequences = lengths.map((n) =>
  Array.from({ length: n }, () => 1 + Math.floor(random() * 29)),
);
const width = sizes.embedding + 4 * sizes.units;
const dFeatures = Float32Array.from({ length: sequences.length * width }, () => random() * 2 - 1);
const names = PARAMETER_NAMES.filter((name) => !name.startsWith('projection'));

// tfjs's own gradient of `unstack` throws where there is one part only: sequences of one step.
tf.registerGradient({
  kernelName: 'Unpack',
  gradFunc: (dy, _, attributes) => ({
    value: () => tf.stack([dy].flat(), attributes.axis as number),
  }),
});

/** tfjs-layers' own network up to what the projection reads, one unpadded sequence at a time; gradients are summed. */
function reference(): { features: Float32Array; gradients: Map<ParameterName, Float32Array> } {
  const whole = buildNetwork(sizes);
  const network = layers.model({
    inputs: whole.inputs,
    outputs: whole.getLayer('features').output,
  });
  for (const layer of ['words', 'forward', 'backward']) {
    const own = names.filter((name) => name.startsWith(`${layer}/`));
    const weights = own.map((name) => tf.tensor(parameters[name], [...shapes[name]]));
    network.getLayer(layer).setWeights(weights);
  }
  const variables = network.getWeights();
  const features = new Float32Array(dFeatures.length);
  const gradients = new Map(names.map((name) => [name, new Float32Array(parameters[name].length)]));
  sequences.forEach((ids, row) => {
    const tokens = tf.tensor2d(ids, [1, ids.length], 'int32');
    const embed = () => network.apply(tokens) as tf.Tensor;
    features.set(embed().dataSync(), row * width);
    const dy = tf.tensor2d(dFeatures.slice(row * width, (row + 1) * width), [1, width]);
    tf.grads(embed)(variables, dy).forEach((gradient, i) => {
      const sum = gradients.get(names[i] as ParameterName) as Float32Array;
      for (const [j, value] of gradient.dataSync().entries()) sum[j] = (sum[j] as number) + value;
    });
  });
  return { features, gradients };
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

describe('the training engine agrees with the layers model', () => {
  let engine: RecurrentEngine;
  let expected: ReturnType<typeof reference>;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    engine = await RecurrentEngine.create(sizes);
    expected = reference();
  });

  it('in its features', async () => {
    const { features } = await engine.run(sequences, parameters);
    expect(features).toHaveLength(expected.features.length);
    expect(largestDifference(features, expected.features)).toBeLessThan(1e-5);
  });

  it('in its gradients', async () => {
    const pass = await engine.run(sequences, parameters);
    const gradients = zerosLike(sizes);
    await engine.back(pass, dFeatures, parameters, gradients);
    expect(expected.gradients.size).toBe(7);
    for (const [name, gradient] of expected.gradients) {
      expect(gradients[name]).toHaveLength(gradient.length);
      expect(largestDifference(gradients[name], gradient), name).toBeLessThan(1e-4);
      expect(Math.max(...gradient.map(Math.abs)), name).toBeGreaterThan(0.1);
    }
  });
});
