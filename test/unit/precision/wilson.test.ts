import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson, writeShare } from '../../precision/wilson';

describe('the Wilson interval', () => {
  // Solutions of (p̂ − p)² = z² p (1 − p) / n, worked out by hand.
  it.each([
    [0, 10, 0, 0, 0.2775],
    [10, 10, 1, 0.7225, 1],
    [50, 100, 0.5, 0.4038, 0.5962],
    [285, 300, 0.95, 0.9192, 0.9695],
  ])('of %i in %i', (hits, trials, value, low, high) => {
    const share = wilson(hits, trials);
    expect(share.value).toBe(value);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('has ends at which the share lies 1.96 standard deviations away', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, f) => {
          const hits = Math.round(f * n);
          const { value, low, high } = wilson(hits, n);
          for (const end of [low, high].filter((p) => p > 1e-9 && p < 1 - 1e-9)) {
            expect(Math.abs(value - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.96, 3);
          }
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });

  it('knows nothing without trials', () => {
    expect(wilson(0, 0)).toEqual({ value: Number.NaN, low: 0, high: 1 });
    expect(writeShare(wilson(0, 0))).toBe('–');
    expect(writeShare(wilson(285, 300))).toBe('0.950 [.919 .969]');
    expect(writeShare(wilson(10, 10))).toBe('1.000 [.722 1.000]');
  });
});
