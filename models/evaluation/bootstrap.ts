import { below, randomFor } from '../training/random';

/** A figure and the interval that holds 95 % of its resamples. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Enough for the ends of a 95 % interval to two digits of its width. */
const RESAMPLES = 1000;
const SEED = 1;
/** Share of the resamples left out at either end. */
const TAIL = 0.025;

/**
 * Percentile bootstrap of figures of a set of `size` items. Each figure sees the same resamples, so that a
 * difference of two methods is that of a paired comparison. Items are taken as independent: where they share
 * texts, the intervals are a little too narrow.
 *
 * @param figures as functions of how many times each item occurs
 */
export function estimate(
  size: number,
  figures: readonly ((times: Int32Array) => number)[],
): Estimate[] {
  const samples = figures.map(() => [] as number[]);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const times = drawTimes(size, resample);
    figures.forEach((figure, f) => {
      const value = figure(times);
      // A resample of a small set may lack a class; it says nothing.
      if (Number.isFinite(value)) samples[f]?.push(value);
    });
  }
  const once = new Int32Array(size).fill(1);
  return figures.map((figure, f) => {
    const sorted = (samples[f] as number[]).sort((x, y) => x - y);
    const cut = Math.floor(TAIL * sorted.length);
    return {
      value: figure(once),
      low: sorted[cut] ?? Number.NaN,
      high: sorted[sorted.length - 1 - cut] ?? Number.NaN,
    };
  });
}

function drawTimes(size: number, resample: number): Int32Array {
  const random = randomFor(SEED, resample);
  const times = new Int32Array(size);
  for (let draw = 0; draw < size; draw++) {
    const item = below(random, size);
    times[item] = (times[item] as number) + 1;
  }
  return times;
}
