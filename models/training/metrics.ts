/**
 * Area under the ROC curve: the chance that a genuine pair scores above an imposite one (ties count half).
 *
 * @returns in [0, 1]; NaN when one class is absent
 */
export function auc(scores: readonly number[], isDuplicate: readonly boolean[]): number {
  const ranks = ranksOf(scores);
  let genuine = 0;
  let rankSum = 0;
  isDuplicate.forEach((same, i) => {
    if (!same) return;
    genuine++;
    rankSum += ranks[i] as number;
  });
  const imposite = scores.length - genuine;
  return (rankSum - (genuine * (genuine + 1)) / 2) / (genuine * imposite);
}

/** Spearman's rank correlation, in [−1, 1]. */
export function spearman(x: readonly number[], y: readonly number[]): number {
  return pearson(ranksOf(x), ranksOf(y));
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const meanX = mean(x);
  const meanY = mean(y);
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  x.forEach((value, i) => {
    const dx = value - meanX;
    const dy = (y[i] as number) - meanY;
    covariance += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  });
  return covariance / Math.sqrt(varianceX * varianceY);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = values
    .map((_, i) => i)
    .sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (
      end + 1 < order.length &&
      values[order[end + 1] as number] === values[order[start] as number]
    ) {
      end++;
    }
    for (let k = start; k <= end; k++) ranks[order[k] as number] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}
