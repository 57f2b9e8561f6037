/**
 * A figure of a set in which item `i` occurs `times[i]` times: all ones for the set itself, other counts for a
 * resample. What needs sorting is sorted once, so that a thousand resamples cost a thousand passes.
 */
export type Statistic = (times: Int32Array) => number;

/** As `auc` in `models/training/metrics.ts`. NaN when a class is absent. */
export function aucStatistic(
  scores: readonly number[],
  isDuplicate: readonly boolean[],
): Statistic {
  const order = new SortedGroups(scores);
  return (times) => {
    let genuineTotal = 0;
    let impositesBelow = 0;
    let inOrder = 0;
    order.forEachGroup((start, end) => {
      let genuine = 0;
      let imposites = 0;
      for (let place = start; place < end; place++) {
        const item = order.items[place] as number;
        if (isDuplicate[item]) genuine += times[item] as number;
        else imposites += times[item] as number;
      }
      inOrder += genuine * (impositesBelow + imposites / 2);
      genuineTotal += genuine;
      impositesBelow += imposites;
    });
    return inOrder / (genuineTotal * impositesBelow);
  };
}

/** As `spearman` in `models/training/metrics.ts`. NaN when either side is constant. */
export function spearmanStatistic(x: readonly number[], y: readonly number[]): Statistic {
  const orders = [new SortedGroups(x), new SortedGroups(y)] as const;
  return (times) => pearson(orders[0].ranks(times), orders[1].ranks(times), times);
}

/** The mean of `values`. */
export function meanStatistic(values: readonly number[]): Statistic {
  return (times) => {
    let sum = 0;
    let count = 0;
    values.forEach((value, i) => {
      sum += value * (times[i] as number);
      count += times[i] as number;
    });
    return sum / count;
  };
}

/** Items in ascending order of their values, equal ones together. */
class SortedGroups {
  readonly items: Int32Array;
  /** Where each group ends in `items`. */
  readonly #ends: readonly number[];

  constructor(values: readonly number[]) {
    const at = (i: number) => values[i] as number;
    this.items = Int32Array.from(values.keys()).sort((i, j) => at(i) - at(j));
    const ends: number[] = [];
    this.items.forEach((item, place) => {
      const next = this.items[place + 1];
      if (next === undefined || at(next) !== at(item)) ends.push(place + 1);
    });
    this.#ends = ends;
  }

  /** Visits the places `start` ≤ place < `end` in `items` of each group. */
  forEachGroup(visit: (start: number, end: number) => void): void {
    let start = 0;
    for (const end of this.#ends) {
      visit(start, end);
      start = end;
    }
  }

  /** Ranks from 1 by item; equal values share the mean of their ranks. */
  ranks(times: Int32Array): Float64Array {
    const ranks = new Float64Array(times.length);
    let below = 0;
    this.forEachGroup((start, end) => {
      let count = 0;
      for (let place = start; place < end; place++) {
        count += times[this.items[place] as number] as number;
      }
      for (let place = start; place < end; place++) {
        ranks[this.items[place] as number] = below + (count + 1) / 2;
      }
      below += count;
    });
    return ranks;
  }
}

function pearson(x: Float64Array, y: Float64Array, times: Int32Array): number {
  const [meanX, meanY] = [weightedMean(x, times), weightedMean(y, times)];
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  times.forEach((count, i) => {
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    covariance += count * dx * dy;
    varianceX += count * dx * dx;
    varianceY += count * dy * dy;
  });
  return covariance / Math.sqrt(varianceX * varianceY);
}

function weightedMean(values: Float64Array, times: Int32Array): number {
  let sum = 0;
  let count = 0;
  times.forEach((n, i) => {
    sum += n * (values[i] as number);
    count += n;
  });
  return sum / count;
}
