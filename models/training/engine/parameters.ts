import * as tf from '@tensorflow/tfjs-core';
import type { EncoderWeights } from '../../../server/src/core/embeddings/forward';
import type { NetworkSizes } from '../../../server/src/core/embeddings/network';
import { type Random, randomFor } from '../random';

/** The encoder's trainable arrays, row-major, by the names they have in checkpoints. */
export type Parameters = Readonly<Record<ParameterName, Float32Array>>;

export const PARAMETER_NAMES = [
  'words/embeddings',
  'forward/kernel',
  'forward/recurrent',
  'forward/bias',
  'backward/kernel',
  'backward/recurrent',
  'backward/bias',
  'projection/kernel',
  'projection/bias',
] as const;

export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** Shape of each array. */
export function shapesOf(sizes: NetworkSizes): Readonly<Record<ParameterName, readonly number[]>> {
  const { vocabulary, embedding, units, dimensions } = sizes;
  return {
    'words/embeddings': [vocabulary, embedding],
    'forward/kernel': [embedding, 4 * units],
    'forward/recurrent': [units, 4 * units],
    'forward/bias': [4 * units],
    'backward/kernel': [embedding, 4 * units],
    'backward/recurrent': [units, 4 * units],
    'backward/bias': [4 * units],
    'projection/kernel': [embedding + 4 * units, dimensions],
    'projection/bias': [dimensions],
  };
}

/** Arrays of zeros, one for each parameter: gradients and moments. */
export function zerosLike(sizes: NetworkSizes): Parameters {
  const entries = Object.entries(shapesOf(sizes)).map(([name, shape]) => [
    name,
    new Float32Array(shape.reduce((product, n) => product * n, 1)),
  ]);
  return Object.fromEntries(entries) as Parameters;
}

/** Fresh parameters: small normal word vectors, Glorot-uniform matrices, forget gates open. */
export function createParameters(sizes: NetworkSizes, seed: number): Parameters {
  const parameters = zerosLike(sizes);
  const shapes = shapesOf(sizes);
  PARAMETER_NAMES.forEach((name, salt) => {
    const random = randomFor(seed, -2 - salt);
    const values = parameters[name];
    if (name === 'words/embeddings') fill(values, () => 0.1 * normal(random));
    else if (shapes[name].length === 2) {
      const [rows, columns] = shapes[name] as [number, number];
      const limit = Math.sqrt(6 / (rows + columns));
      fill(values, () => (2 * random() - 1) * limit);
    } else if (name !== 'projection/bias') values.fill(1, sizes.units, 2 * sizes.units);
  });
  return parameters;
}

function fill(values: Float32Array, draw: () => number): void {
  for (let i = 0; i < values.length; i++) values[i] = draw();
}

/** A standard normal number (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The parameters as the forward pass takes them; the caller disposes. */
export function toEncoderWeights(parameters: Parameters, sizes: NetworkSizes): EncoderWeights {
  const shapes = shapesOf(sizes);
  const make = <T extends tf.Tensor>(name: ParameterName) =>
    tf.tensor(parameters[name], shapes[name] as number[]) as T;
  const direction = (name: 'forward' | 'backward') => ({
    kernel: make<tf.Tensor2D>(`${name}/kernel`),
    recurrentKernel: make<tf.Tensor2D>(`${name}/recurrent`),
    bias: make<tf.Tensor1D>(`${name}/bias`),
  });
  return {
    embedding: make<tf.Tensor2D>('words/embeddings'),
    forward: direction('forward'),
    backward: direction('backward'),
    projection: make<tf.Tensor2D>('projection/kernel'),
    projectionBias: make<tf.Tensor1D>('projection/bias'),
  };
}
