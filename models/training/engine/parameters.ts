import type { NetworkSizes } from '../../../server/src/core/embeddings/network';

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
