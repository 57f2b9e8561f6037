import * as tf from '@tensorflow/tfjs-core';
import type { EncoderWeights } from '../../server/src/core/embeddings/forward';
import type { NetworkSizes } from '../../server/src/core/embeddings/network';

/** The encoder's weights as trainable variables, by the names they have in checkpoints. */
export type Variables = Readonly<Record<VariableName, tf.Variable>>;

export type VariableName =
  | 'words/embeddings'
  | 'forward/kernel'
  | 'forward/recurrent'
  | 'forward/bias'
  | 'backward/kernel'
  | 'backward/recurrent'
  | 'backward/bias'
  | 'projection/kernel'
  | 'projection/bias';

/** Fresh weights: small normal word vectors, Glorot-uniform matrices, forget gates open. Seeded. */
export function createVariables(sizes: NetworkSizes, seed: number): Variables {
  const { vocabulary, embedding, units, dimensions } = sizes;
  // tfjs keeps variables by name: the prefix keeps them apart from those of the exported layers.
  const make = (name: VariableName, value: tf.Tensor) =>
    tf.variable(value, true, `training/${name}`);
  let salt = 0;
  const glorot = (rows: number, columns: number) => {
    const limit = Math.sqrt(6 / (rows + columns));
    return tf.randomUniform([rows, columns], -limit, limit, 'float32', seed + ++salt);
  };
  const gateBias = () => {
    const bias = new Float32Array(4 * units).fill(1, units, 2 * units);
    return tf.tensor1d(bias);
  };
  const words = tf.randomNormal([vocabulary, embedding], 0, 0.1, 'float32', seed);
  return {
    'words/embeddings': make('words/embeddings', words),
    'forward/kernel': make('forward/kernel', glorot(embedding, 4 * units)),
    'forward/recurrent': make('forward/recurrent', glorot(units, 4 * units)),
    'forward/bias': make('forward/bias', gateBias()),
    'backward/kernel': make('backward/kernel', glorot(embedding, 4 * units)),
    'backward/recurrent': make('backward/recurrent', glorot(units, 4 * units)),
    'backward/bias': make('backward/bias', gateBias()),
    'projection/kernel': make('projection/kernel', glorot(embedding + 4 * units, dimensions)),
    'projection/bias': make('projection/bias', tf.zeros([dimensions])),
  };
}

/** The variables as the forward pass takes them. */
export function toEncoderWeights(variables: Variables): EncoderWeights {
  const direction = (name: 'forward' | 'backward') => ({
    kernel: variables[`${name}/kernel`] as tf.Tensor as tf.Tensor2D,
    recurrentKernel: variables[`${name}/recurrent`] as tf.Tensor as tf.Tensor2D,
    bias: variables[`${name}/bias`] as tf.Tensor as tf.Tensor1D,
  });
  return {
    embedding: variables['words/embeddings'] as tf.Tensor as tf.Tensor2D,
    forward: direction('forward'),
    backward: direction('backward'),
    projection: variables['projection/kernel'] as tf.Tensor as tf.Tensor2D,
    projectionBias: variables['projection/bias'] as tf.Tensor as tf.Tensor1D,
  };
}
