import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { contrastiveLoss, pairEnergies } from '../../../server/src/core/energies/contrastiveLoss';
import { type EnergyName, energies } from '../../../server/src/core/energies/energy';
import { useBackend } from '../../support/backend';

const MARGIN = 0.8;

beforeAll(() => useBackend('cpu'));

function lossAt(energy: number, isDuplicate: number): number {
  const loss = contrastiveLoss(tf.tensor1d([energy]), tf.tensor1d([isDuplicate]), MARGIN);
  return loss.dataSync()[0] as number;
}

function slopeAt(energy: number, isDuplicate: number): number {
  const loss = (e: tf.Tensor) =>
    tf.sum(contrastiveLoss(e as tf.Tensor1D, tf.tensor1d([isDuplicate]), MARGIN)) as tf.Scalar;
  return tf
    .grad(loss)(tf.tensor1d([energy]))
    .dataSync()[0] as number;
}

describe('contrastiveLoss', () => {
  it.each([
    ['genuine', 'E = 0', 0, 1, 0],
    ['genuine', 'E = margin/2', MARGIN / 2, 1, (MARGIN / 2) ** 2],
    ['genuine', 'E = margin', MARGIN, 1, MARGIN ** 2],
    ['genuine', 'E = 2·margin', 2 * MARGIN, 1, (2 * MARGIN) ** 2],
    ['imposite', 'E = 0', 0, 0, MARGIN ** 2],
    ['imposite', 'E = margin/2', MARGIN / 2, 0, (MARGIN / 2) ** 2],
    ['imposite', 'E = margin', MARGIN, 0, 0],
    ['imposite', 'E = 2·margin', 2 * MARGIN, 0, 0],
  ])('of a pair that is %s at %s', (_term, _at, energy, isDuplicate, expected) => {
    expect(lossAt(energy, isDuplicate)).toBeCloseTo(expected, 6);
  });

  it.each([
    ['pulls a genuine pair together', MARGIN / 2, 1, MARGIN],
    ['pushes an imposite pair inside the margin apart', MARGIN / 2, 0, -MARGIN],
    ['leaves an imposite pair beyond the margin alone', 2 * MARGIN, 0, 0],
  ])('%s', (_, energy, isDuplicate, slope) => {
    expect(slopeAt(energy, isDuplicate)).toBeCloseTo(slope, 5);
  });

  it('pulls a graded pair to (1 − Y)·margin', () => {
    expect(slopeAt(0.7 * MARGIN, 0.3)).toBeCloseTo(0, 6);
  });
});

describe.each(['euclidean', 'manhattan', 'cosine'] as EnergyName[])('the %s energy', (name) => {
  const a = [1, 2, -1];
  const b = [0.5, -2, 3];
  const between = (x: number[], y: number[]) =>
    energies[name](Float32Array.from(x), Float32Array.from(y));

  it('is the same on tensors as on arrays', () => {
    const onTensors = pairEnergies(
      tf.tensor2d([a]),
      tf.tensor2d([b]),
      name,
    ).dataSync()[0] as number;
    expect(onTensors).toBeCloseTo(between(a, b), 5);
  });

  it('is symmetric, and 0 for equal vectors', () => {
    expect(between(a, b)).toBe(between(b, a));
    expect(between(a, a)).toBeCloseTo(0, 6);
  });

  it('has a finite gradient where two vectors coincide', () => {
    const energy = (x: tf.Tensor) =>
      tf.sum(pairEnergies(x as tf.Tensor2D, tf.tensor2d([a]), name)) as tf.Scalar;
    const gradient = tf
      .grad(energy)(tf.tensor2d([a]))
      .dataSync();
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

it.each([
  ['euclidean', Math.SQRT2],
  ['manhattan', 2],
  ['cosine', 1],
] as const)('two unit vectors at a right angle have %s energy %d', (name, expected) => {
  expect(energies[name](Float32Array.of(1, 0), Float32Array.of(0, 1))).toBeCloseTo(expected, 6);
});
