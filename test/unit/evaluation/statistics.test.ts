import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../models/evaluation/bootstrap';
import {
  aucStatistic,
  meanStatistic,
  spearmanStatistic,
} from '../../../models/evaluation/statistics';
import { auc, mean, spearman } from '../../../models/training/metrics';
import { randomFor } from '../../../models/training/random';

// Few different values, so that ties are the rule.
const item = fc.record({
  x: fc.integer({ min: 0, max: 5 }),
  y: fc.integer({ min: 0, max: 3 }),
  times: fc.integer({ min: 0, max: 3 }),
});
const items = fc.array(item, { minLength: 1, maxLength: 30 });

describe('a statistic of counted items equals the metric of the items written out', () => {
  it.each([
    [
      'AUC',
      (x: number[], y: number[]) =>
        aucStatistic(
          x,
          y.map((label) => label >= 2),
        ),
      (x: number[], y: number[]) =>
        auc(
          x,
          y.map((label) => label >= 2),
        ),
    ],
    ['Spearman', spearmanStatistic, spearman],
    ['mean', (x: number[]) => meanStatistic(x), (x: number[]) => mean(x)],
  ])('%s', (_, statistic, metric) => {
    fc.assert(
      fc.property(items, (drawn) => {
        const written = drawn.flatMap((one) => Array.from({ length: one.times }, () => one));
        const xs = (list: typeof drawn) => list.map(({ x }) => x);
        const ys = (list: typeof drawn) => list.map(({ y }) => y);
        const counted = statistic(
          xs(drawn),
          ys(drawn),
        )(Int32Array.from(drawn, ({ times }) => times));
        const expected = metric(xs(written), ys(written));
        // 0 / 0 and x / 0 alike: no class, no spread.
        if (Number.isFinite(expected)) expect(counted).toBeCloseTo(expected, 9);
        else expect(Number.isFinite(counted)).toBe(false);
      }),
    );
  });
});

describe('estimate', () => {
  const random = randomFor(9, 9);
  const values = Array.from({ length: 400 }, () => random());

  it('gives a mean the interval that theory gives it', () => {
    const [figure] = estimate(values.length, [meanStatistic(values)]);
    const centre = mean(values);
    const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
    const half = (1.96 * deviation) / Math.sqrt(values.length);
    expect(figure?.value).toBeCloseTo(centre, 9);
    expect(Math.abs((figure?.low ?? 0) - (centre - half))).toBeLessThan(0.1 * half);
    expect(Math.abs((figure?.high ?? 0) - (centre + half))).toBeLessThan(0.1 * half);
  });

  it('shows all figures the same resamples and is the same each time', () => {
    const statistic = meanStatistic(values);
    const difference = (times: Int32Array) => statistic(times) - statistic(times);
    const run = () => estimate(values.length, [statistic, statistic, difference]);
    const [first, second, none] = run();
    expect(second).toEqual(first);
    expect(none).toEqual({ value: 0, low: 0, high: 0 });
    expect(run()[0]).toEqual(first);
  });

  it('leaves out resamples that lack a class', () => {
    const [figure] = estimate(3, [aucStatistic([3, 2, 1], [true, false, false])]);
    expect(figure).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('says nothing where there is nothing to say', () => {
    const [figure] = estimate(2, [aucStatistic([1, 2], [true, true])]);
    expect(figure).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
  });

  it('resamples 10,000 pairs in seconds', () => {
    const scores = Array.from({ length: 10_000 }, () => random());
    const labels = scores.map((score) => random() < score);
    const start = performance.now();
    const [figure] = estimate(scores.length, [aucStatistic(scores, labels)]);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(figure?.high).toBeGreaterThan(figure?.low ?? 1);
  });
});
