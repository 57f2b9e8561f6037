import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Kinship, type TrainingBatch } from '../../../models/training/batches/batches';
import { type ObjectiveWeights, objective, softLoss } from '../../../models/training/objective';
import { useBackend } from '../../support/backend';

beforeAll(() => useBackend('wasm'));

const NONE: ObjectiveWeights = {
  ranking: 0,
  counterfeit: 0,
  counterfeitMargin: 0.5,
  order: 0,
  graded: 0,
  soft: 0,
};
const EMPTY: TrainingBatch = {
  sequences: [],
  genuine: 0,
  counterfeits: 0,
  labelled: 0,
  graded: 0,
  soft: 0,
  kinship: new Uint8Array(0),
  isDuplicate: new Float32Array(0),
  similarity: new Float32Array(0),
};

/** Unit vectors in the plane at these angles in degrees: E = 2·sin(half the angle between). */
const plane = (...angles: number[]) =>
  tf.tensor2d(
    angles.map((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]),
  );
const loss = (
  rows: tf.Tensor2D,
  batch: Partial<TrainingBatch>,
  weights: Partial<ObjectiveWeights>,
) =>
  objective(rows, { ...EMPTY, ...batch }, { ...NONE, ...weights }, 'euclidean').dataSync()[0] ??
  Number.NaN;

/** Two genuine pairs, a0 a1 b0 b1, and a counterfeit of the first. */
const { barred, imposite, counterfeit } = Kinship;
const two = { genuine: 2, kinship: Uint8Array.of(barred, imposite, imposite, barred) };
const three = {
  genuine: 2,
  counterfeits: 1,
  kinship: Uint8Array.of(barred, imposite, counterfeit, imposite, barred, imposite),
};

describe('objective', () => {
  it('costs nothing when genuine pairs agree and imposites are beyond the margin', () => {
    expect(loss(plane(0, 90, 0, 90), two, {})).toBeCloseTo(0, 4);
  });

  it.each([
    ['a genuine pair apart costs E²', [0, 180, 60, 180], 0.5],
    [
      'imposites inside the margin cost the rest, squared',
      [0, 30, 0, 30],
      (1 - 0.5176) ** 2 * (2 / 3),
    ],
  ])('%s', (_, rows, expected) => {
    expect(loss(plane(...rows), two, {})).toBeCloseTo(expected, 2);
  });

  it('keeps a counterfeit its own margin away', () => {
    const at = (angle: number) => loss(plane(0, 150, 0, 150, angle), three, { counterfeit: 1 });
    expect(at(0)).toBeGreaterThan(at(20));
    expect(at(20)).toBeGreaterThan(at(40));
    // 40° is E = 0.68: beyond half a margin, and still an imposite of the other pair only.
    expect(at(40)).toBeCloseTo(0, 2);
  });

  it('prefers the partner to be the most similar', () => {
    const found = loss(plane(0, 90, 10, 80), two, { ranking: 1 });
    const lost = loss(plane(0, 90, 80, 10), two, { ranking: 1 });
    expect(found).toBeLessThan(lost);
  });

  it('orders pairs across rows: a far counterfeit of one row may still be nearer than the other row’s pair', () => {
    const order = (angle: number) =>
      loss(plane(0, 180, 0, 120, angle), three, { order: 1 }) -
      loss(plane(0, 180, 0, 120, angle), three, {});
    expect(order(20)).toBeGreaterThan(order(90));
  });

  it('puts graded pairs in the order of their grades', () => {
    const graded = { graded: 2, isDuplicate: Float32Array.of(1, 0.2) };
    const term = (rows: tf.Tensor2D) =>
      loss(rows, { ...two, ...graded }, { graded: 1 }) - loss(rows, { ...two, ...graded }, {});
    const pairs = [0, 90, 0, 90] as const;
    const inOrder = term(plane(...pairs, 0, 0, 5, 60));
    const reversed = term(plane(...pairs, 0, 0, 60, 5));
    expect(inOrder).toBeLessThan(reversed);
  });
});

describe('softLoss', () => {
  const cosine = Math.cos(Math.PI / 6);
  const similarity = Float32Array.of(1, cosine, cosine, 1);

  it('is nothing for a perfect copy, however it is turned', () => {
    for (const turn of [0, 75]) {
      const value = softLoss(plane(turn, turn + 30), { soft: 2, similarity });
      expect(value.dataSync()[0]).toBeCloseTo(0, 4);
    }
  });

  it('grows with the distance from the teacher', () => {
    const at = (angle: number) =>
      softLoss(plane(0, angle), { soft: 2, similarity }).dataSync()[0] as number;
    expect(at(60)).toBeGreaterThan(at(40));
    expect(at(10)).toBeGreaterThan(at(25));
  });
});
