import * as tf from '@tensorflow/tfjs-core';
import {
  CELL_GRADIENT,
  CELL_OUTPUT,
  CELL_STATE,
  PRE_ACTIVATION,
  registerCellKernels,
} from './cellKernels';
import { POOL, POOL_GRADIENT, registerPoolKernels } from './poolKernels';

/** Weights of one direction, in the layout of a Keras LSTM layer (gates i, f, c, o). */
export interface LstmWeights {
  /** `[inputs, 4·units]` */
  readonly kernel: tf.Tensor2D;
  /** `[units, 4·units]` */
  readonly recurrentKernel: tf.Tensor2D;
  /** `[4·units]` */
  readonly bias: tf.Tensor1D;
}

/** One step as the way back needs it: σ(z′), σ(2c) and c₋₁. */
interface Step {
  readonly gates: tf.Tensor2D;
  readonly squashed: tf.Tensor2D;
  readonly previous: tf.Tensor2D;
  readonly hidden: tf.Tensor2D;
}

/**
 * Runs one LSTM direction over padded sequences and pools its outputs. Differentiable in inputs and weights.
 *
 * The same numbers as Keras' `LSTM(returnSequences)` followed by mean and maximum over the real steps
 * (tested against tfjs-layers), with one matrix product per step and the way back written out, because the
 * taped gradient of a matrix product takes tfjs-wasm's slow path for transposed arguments.
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
  registerPoolKernels(tf.getBackend());
  const batch = lengths.shape[0];
  const op = tf.customGrad((...args) => {
    const [x, kernel, recurrentKernel, bias, save] = args as unknown as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor1D,
      tf.GradSaveFunc,
    ];
    const steps = runSteps(x, { kernel, recurrentKernel, bias }, batch);
    const hidden = tf.concat(
      steps.map((step) => step.hidden),
      0,
    ) as tf.Tensor2D;
    const [pooled, peak] = run<[tf.Tensor2D, tf.Tensor2D]>(POOL, { hidden, lengths });
    save([x, lengths, kernel, recurrentKernel, hidden, peak, ...steps.flatMap(kept)]);
    const gradFunc = (dPooled: tf.Tensor, saved: tf.Tensor[]) =>
      runBack(dPooled as tf.Tensor2D, saved);
    return { value: pooled, gradFunc };
  });
  return op(inputs, weights.kernel, weights.recurrentKernel, weights.bias) as tf.Tensor2D;
}

const KEPT_PER_STEP = 3;
const kept = (step: Step): tf.Tensor2D[] => [step.gates, step.squashed, step.previous];

function runSteps(x: tf.Tensor2D, weights: LstmWeights, batch: number): Step[] {
  const units = weights.recurrentKernel.shape[0];
  const doubling = doubledCandidate(units);
  const projected = tf.mul(tf.add(tf.matMul(x, weights.kernel), weights.bias), doubling);
  const recurrentKernel = tf.mul(weights.recurrentKernel, doubling) as tf.Tensor2D;
  let hidden: tf.Tensor2D | undefined;
  let state = tf.zeros([batch, units]) as tf.Tensor2D;
  return Array.from({ length: x.shape[0] / batch }, (_, step) => {
    const recurrent = hidden
      ? tf.matMul(hidden, recurrentKernel)
      : (tf.zeros([batch, 4 * units]) as tf.Tensor2D);
    const z = run<tf.Tensor2D>(PRE_ACTIVATION, { projected, recurrent }, { step });
    const gates = tf.sigmoid(z) as tf.Tensor2D;
    const previous = state;
    const [next, doubled] = run<[tf.Tensor2D, tf.Tensor2D]>(CELL_STATE, { gates, previous });
    const squashed = tf.sigmoid(doubled);
    hidden = run<tf.Tensor2D>(CELL_OUTPUT, { gates, squashed });
    state = next;
    return { gates, squashed, previous, hidden };
  });
}

/** Gradients for inputs, kernel, recurrent kernel and bias, in that order. */
function runBack(dPooled: tf.Tensor2D, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, lengths, kernel, recurrentKernel, hidden, peak, ...trace] = saved as [
    tf.Tensor2D,
    tf.Tensor1D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    ...tf.Tensor2D[],
  ];
  const [batch, units] = peak.shape;
  const recurrentBack = tf.transpose(recurrentKernel);
  const dGates: tf.Tensor2D[] = [];
  let dState = tf.zeros([batch, units]) as tf.Tensor2D;
  for (let step = trace.length / KEPT_PER_STEP - 1; step >= 0; step--) {
    const [gates, squashed, previous] = trace.slice(step * KEPT_PER_STEP) as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
    ];
    let dHidden = run<tf.Tensor2D>(POOL_GRADIENT, { dPooled, peak, lengths }, { step });
    const later = dGates[0];
    if (later) dHidden = tf.add(dHidden, tf.matMul(later, recurrentBack));
    const back = { gates, squashed, previous, dHidden, dState };
    const [dz, dPrevious] = run<[tf.Tensor2D, tf.Tensor2D]>(CELL_GRADIENT, back);
    dGates.unshift(dz);
    dState = dPrevious;
  }
  const dz = tf.concat(dGates, 0) as tf.Tensor2D;
  const rows = x.shape[0] - batch;
  const dRecurrent =
    rows === 0
      ? tf.zerosLike(recurrentKernel)
      : tf.matMul(
          tf.transpose(tf.slice(hidden, [0, 0], [rows, units])),
          tf.slice(dz, [batch, 0], [rows, 4 * units]),
        );
  return [
    tf.matMul(dz, tf.transpose(kernel)),
    tf.matMul(tf.transpose(x), dz),
    dRecurrent,
    tf.sum(dz, 0),
  ];
}

/** `[1, 4·units]`: 2 in the columns of the candidate gate, 1 elsewhere. */
function doubledCandidate(units: number): tf.Tensor2D {
  const row = new Float32Array(4 * units).fill(1).fill(2, 2 * units, 3 * units);
  return tf.tensor2d(row, [1, 4 * units]);
}

function run<T>(kernel: string, inputs: tf.NamedTensorMap, attributes?: { step: number }): T {
  return tf.engine().runKernel(kernel, inputs, attributes) as T;
}
