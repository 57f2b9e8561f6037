import * as tf from '@tensorflow/tfjs-core';
import { CELL_OUTPUT, CELL_STATE, PRE_ACTIVATION, registerCellKernels } from './cellKernels';
import { POOL, registerPoolKernel } from './poolKernel';

/** Weights of one direction, in the layout of a Keras LSTM layer (gates i, f, c, o). */
export interface LstmWeights {
  /** `[inputs, 4·units]` */
  readonly kernel: tf.Tensor2D;
  /** `[units, 4·units]` */
  readonly recurrentKernel: tf.Tensor2D;
  /** `[4·units]` */
  readonly bias: tf.Tensor1D;
}

/**
 * Runs one LSTM direction over padded sequences and pools its outputs.
 *
 * The same numbers as Keras' `LSTM(returnSequences)` followed by mean and maximum over the real steps
 * (tested against tfjs-layers), with one matrix product per step. Inference only: its kernels have no gradients.
 *
 * @param inputs `[steps·batch, inputs]`, time-major
 * @param lengths `[batch]`, real steps of each sequence, at least 1
 * @returns `[batch, 2·units]`: means, then maxima
 */
export function pooledLstm(
  inputs: tf.Tensor2D,
  lengths: tf.Tensor1D,
  weights: LstmWeights,
): tf.Tensor2D {
  registerCellKernels(tf.getBackend());
  registerPoolKernel(tf.getBackend());
  return tf.tidy(() => {
    const hidden = tf.concat(runSteps(inputs, weights, lengths.shape[0]), 0);
    return run<tf.Tensor2D>(POOL, { hidden, lengths });
  });
}

/** The outputs h of each step, `[batch, units]`. */
function runSteps(inputs: tf.Tensor2D, weights: LstmWeights, batch: number): tf.Tensor2D[] {
  const units = weights.recurrentKernel.shape[0];
  const doubling = doubledCandidate(units);
  const projected = tf.mul(tf.add(tf.matMul(inputs, weights.kernel), weights.bias), doubling);
  const recurrentKernel = tf.mul(weights.recurrentKernel, doubling) as tf.Tensor2D;
  let hidden: tf.Tensor2D | undefined;
  let state = tf.zeros([batch, units]) as tf.Tensor2D;
  return Array.from({ length: inputs.shape[0] / batch }, (_, step) => {
    const recurrent = hidden
      ? tf.matMul(hidden, recurrentKernel)
      : (tf.zeros([batch, 4 * units]) as tf.Tensor2D);
    const z = run<tf.Tensor2D>(PRE_ACTIVATION, { projected, recurrent }, { step });
    const gates = tf.sigmoid(z);
    const [next, doubled] = run<[tf.Tensor2D, tf.Tensor2D]>(CELL_STATE, { gates, previous: state });
    const squashed = tf.sigmoid(doubled);
    hidden = run<tf.Tensor2D>(CELL_OUTPUT, { gates, squashed });
    state = next;
    return hidden;
  });
}

/** `[1, 4·units]`: 2 in the columns of the candidate gate, 1 elsewhere. */
function doubledCandidate(units: number): tf.Tensor2D {
  const row = new Float32Array(4 * units).fill(1).fill(2, 2 * units, 3 * units);
  return tf.tensor2d(row, [1, 4 * units]);
}

function run<T>(kernel: string, inputs: tf.NamedTensorMap, attributes?: { step: number }): T {
  return tf.engine().runKernel(kernel, inputs, attributes) as T;
}
