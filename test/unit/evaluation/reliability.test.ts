import { describe, expect, it } from 'vitest';
import { drawReliability } from '../../../models/evaluation/drawReliability';
import { expectedCalibrationError } from '../../../models/evaluation/reliability';
import { randomFor } from '../../../models/training/random';

const judged = (similarity: number, genuine: number, imposite: number) => [
  ...Array.from({ length: genuine }, () => ({ similarity, isDuplicate: true })),
  ...Array.from({ length: imposite }, () => ({ similarity, isDuplicate: false })),
];

describe('expectedCalibrationError', () => {
  it.each([
    ['right in each bin', [...judged(0.75, 3, 1), ...judged(0.25, 1, 3)], 0],
    ['too sure', judged(0.9, 5, 5), 0.4],
    ['not sure enough', judged(0.2, 10, 0), 0.8],
    ['weighted by count', [...judged(0.9, 5, 5), ...judged(0.5, 15, 15)], 0.1],
  ])('%s', (_, pairs, ece) => {
    expect(expectedCalibrationError(pairs).ece).toBeCloseTo(ece, 9);
  });

  it('is small for a calibrated sample and large for its square', () => {
    const random = randomFor(2, 2);
    const pairs = Array.from({ length: 20_000 }, () => {
      const similarity = random();
      return { similarity, isDuplicate: random() < similarity };
    });
    expect(expectedCalibrationError(pairs).ece).toBeLessThan(0.02);
    const squared = pairs.map((pair) => ({ ...pair, similarity: pair.similarity ** 2 }));
    expect(expectedCalibrationError(squared).ece).toBeGreaterThan(0.12);
  });

  it('puts bounds into the upper bin and 1 into the last', () => {
    const { bins } = expectedCalibrationError(
      [0, 0.25, 0.5, 1].map((similarity) => ({ similarity, isDuplicate: true })),
      4,
    );
    expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(bins.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.25],
      [0.25, 0.5],
      [0.5, 0.75],
      [0.75, 1],
    ]);
  });

  it('says nothing of empty bins', () => {
    const { bins } = expectedCalibrationError(judged(0.9, 1, 1), 2);
    expect(bins[0]).toMatchObject({
      count: 0,
      meanSimilarity: Number.NaN,
      genuineShare: Number.NaN,
    });
    expect(bins[1]).toMatchObject({ count: 2, genuineShare: 0.5 });
  });

  it.each([
    ['a similarity above 1', judged(1.1, 1, 0), 10],
    ['no number', judged(Number.NaN, 1, 0), 10],
    ['no bins', judged(0.5, 1, 0), 0],
    ['half a bin', judged(0.5, 1, 0), 2.5],
  ])('refuses %s', (_, pairs, bins) => {
    expect(() => expectedCalibrationError(pairs, bins)).toThrow(RangeError);
  });
});

describe('drawReliability', () => {
  const svg = drawReliability(
    expectedCalibrationError([...judged(0.75, 3, 1), ...judged(0.2, 1, 3)], 4),
  );

  it('draws a bar and a dot for each bin that is not empty', () => {
    expect(svg.match(/<rect /g)).toHaveLength(2);
    expect(svg.match(/<circle /g)).toHaveLength(2);
    expect(svg.match(/<title>4 pairs/g)).toHaveLength(2);
    expect(svg).not.toContain('NaN');
  });

  it('puts a calibrated bin on the diagonal and another off it', () => {
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
      ([, x, y]) => Number(x) + Number(y),
    );
    const diagonal = /<path d="M([\d.]+) ([\d.]+)L/.exec(svg);
    const onIt = Number(diagonal?.[1]) + Number(diagonal?.[2]);
    expect(dots[1]).toBeCloseTo(onIt, 6);
    expect(Math.abs((dots[0] as number) - onIt)).toBeGreaterThan(5);
  });

  it('names the error', () => {
    expect(svg).toContain('expected calibration error 0.025');
  });
});
