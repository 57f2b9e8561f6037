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

  it('has the gradient that finite differences give', () => {
    const x = makeInputs();
    const { kernel, recurrentKernel, bias } = makeWeights();
    const mix = tf.randomNormal([BATCH, 2 * UNITS], 0, 1, 'float32', 5);
    const loss = (...args: tf.Tensor[]) => {
      const [input, k, r, b] = args as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];
      const weights = { kernel: k, recurrentKernel: r, bias: b };
      return tf.sum(tf.mul(pooledLstm(input, tf.tensor1d(LENGTHS), weights), mix)) as tf.Scalar;
    };
    const point = [x, kernel, recurrentKernel, bias];
    const gradients = tf.grads(loss)(point);
    point.forEach((tensor, argument) => {
      const values = tensor.dataSync();
      const gradient = gradients[argument]?.dataSync() ?? [];
      for (const index of [0, Math.floor(values.length / 2), values.length - 1]) {
        const shifted = (delta: number) => {
          const copy = Float32Array.from(values);
          copy[index] = (copy[index] as number) + delta;
          const moved = point.map((t, i) => (i === argument ? tf.tensor(copy, t.shape) : t));
          return loss(...moved).dataSync()[0] as number;
        };
        const slope = (shifted(1e-2) - shifted(-1e-2)) / 2e-2;
        expect(gradient[index]).toBeCloseTo(slope, 2);
      }
    });
  });

  it('leaves no tensor behind', () => {
    const x = makeInputs();
    const weights = makeWeights();
    const lengths = tf.tensor1d(LENGTHS);
    tf.tidy(() => pooledLstm(x, lengths, weights).dataSync());
    const before = tf.memory().numTensors;
    tf.tidy(() => pooledLstm(x, lengths, weights).dataSync());
    expect(tf.memory().numTensors).toBe(before);
  });
});
