import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calibration } from '../../../server/src/core/energies/calibration';

const table = { energy: [0, 0.4, 0.8, 2], similarity: [1, 0.9, 0.3, 0] };
const calibration = new Calibration(table);
const anEnergy = fc.double({ min: 0, max: 3, noNaN: true });

describe('Calibration', () => {
  it.each([
    [0, 1],
    [0.2, 0.95],
    [0.4, 0.9],
    [0.6, 0.6],
    [2, 0],
    [9, 0],
  ])('similarity at energy %d is %d', (energy, similarity) => {
    expect(calibration.similarityAt(energy)).toBeCloseTo(similarity, 10);
  });

  it('stays in [0, 1] and never rises with the energy', () => {
    fc.assert(
      fc.property(anEnergy, anEnergy, (x, y) => {
        const [near, far] = x < y ? [x, y] : [y, x];
        expect(calibration.similarityAt(near)).toBeGreaterThanOrEqual(
          calibration.similarityAt(far),
        );
        expect(calibration.similarityAt(near)).toBeLessThanOrEqual(1);
        expect(calibration.similarityAt(far)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is undone by energyAt', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (similarity) => {
        const there = calibration.energyAt(similarity);
        expect(calibration.similarityAt(there)).toBeCloseTo(similarity, 8);
      }),
    );
  });

  it.each([
    ['rises', { energy: [0, 1, 2], similarity: [1, 1, 0] }],
    ['does not start at 1', { energy: [0, 2], similarity: [0.9, 0] }],
    ['does not end at 0', { energy: [0, 2], similarity: [1, 0.1] }],
    ['has energies out of order', { energy: [0, 1, 0.5], similarity: [1, 0.5, 0] }],
    ['has lists of different lengths', { energy: [0, 1, 2], similarity: [1, 0] }],
  ])('refuses a curve that %s', (_, bad) => {
    expect(() => new Calibration(bad)).toThrow(/fall strictly/);
  });
});
