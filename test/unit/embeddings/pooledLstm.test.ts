import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { pooledLstm } from '../../../server/src/core/embeddings/lstm/pooledLstm';
import { useBackend } from '../../support/backend';

const STEPS = 5;
const BATCH = 3;
const INPUTS = 4;
const UNITS = 3;
const LENGTHS = [5, 2, 1];

function makeWeights() {
  return {
    kernel: tf.randomNormal([INPUTS, 4 * UNITS], 0, 0.5, 'float32', 1) as tf.Tensor2D,
    recurrentKernel: tf.randomNormal([UNITS, 4 * UNITS], 0, 0.5, 'float32', 2) as tf.Tensor2D,
    bias: tf.randomNormal([4 * UNITS], 0, 0.5, 'float32', 3) as tf.Tensor1D,
  };
}

const makeInputs = () =>
  tf.randomNormal([STEPS * BATCH, INPUTS], 0, 1, 'float32', 4) as tf.Tensor2D;

/** Mean and maximum of each row's real steps, from tfjs-layers' own LSTM. */
function referenceRow(
  x: tf.Tensor2D,
  row: number,
  weights: ReturnType<typeof makeWeights>,
): number[] {
  const layer = layers.layers.lstm({
    units: UNITS,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
  });
  const length = LENGTHS[row] as number;
  const sequence = tf.reshape(
    tf.slice(tf.reshape(x, [STEPS, BATCH, INPUTS]), [0, row, 0], [length, 1, INPUTS]),
    [1, length, INPUTS],
  );
  layer.apply(sequence);
  layer.setWeights([weights.kernel, weights.recurrentKernel, weights.bias]);
  const hidden = tf.squeeze(layer.apply(sequence) as tf.Tensor3D, [0]);
  return [...tf.mean(hidden, 0).dataSync(), ...tf.max(hidden, 0).dataSync()];
}

describe.each(['cpu', 'wasm'] as const)('pooledLstm on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives the numbers of a Keras LSTM, pooled over the real steps', () => {
    const x = makeInputs();
    const weights = makeWeights();
    const pooled = pooledLstm(x, tf.tensor1d(LENGTHS), weights).arraySync();
    LENGTHS.forEach((_, row) => {
      referenceRow(x, row, weights).forEach((expected, column) => {
        expect(pooled[row]?.[column]).toBeCloseTo(expected, 5);
      });
    });
  });

  it('leaves nothing but its result behind', () => {
    const x = makeInputs();
    const weights = makeWeights();
    const lengths = tf.tensor1d(LENGTHS);
    const before = tf.memory().numTensors;
    const pooled = pooledLstm(x, lengths, weights);
    expect(pooled.shape).toEqual([BATCH, 2 * UNITS]);
    expect(tf.memory().numTensors).toBe(before + 1);
  });
});
