/** A shown similarity and whether the pair was the same after all. */
export interface JudgedSimilarity {
  /** In [0, 1]. */
  readonly similarity: number;
  readonly isDuplicate: boolean;
}

/** The pairs with `from` ≤ similarity < `to`; the last bin includes 1. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** NaN when the bin is empty. */
  readonly meanSimilarity: number;
  /** Share of the pairs that are the same; NaN when the bin is empty. */
  readonly genuineShare: number;
}

export interface Reliability {
  /** Mean over pairs of |mean similarity − genuine share| of their bin, in [0, 1]; NaN without pairs. */
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
}

/**
 * Expected calibration error (Naeini et al. 2015) in bins of equal width: how far "similarity = chance of being
 * the same" is off.
 *
 * @throws RangeError when a similarity is not in [0, 1], or `bins` no whole number ≥ 1.
 */
export function expectedCalibrationError(
  pairs: readonly JudgedSimilarity[],
  bins = 10,
): Reliability {
  if (!Number.isSafeInteger(bins) || bins < 1) {
    throw new RangeError(`bins must be a whole number ≥ 1, got ${bins}`);
  }
  const members = Array.from({ length: bins }, () => [] as JudgedSimilarity[]);
  for (const pair of pairs) {
    const { similarity } = pair;
    if (!(similarity >= 0 && similarity <= 1)) {
      throw new RangeError(`similarity must be in [0, 1], got ${similarity}`);
    }
    members[Math.min(bins - 1, Math.floor(similarity * bins))]?.push(pair);
  }
  const made = members.map((inside, i) => toBin(inside, i / bins, (i + 1) / bins));
  const error = made
    .filter(({ count }) => count > 0)
    .reduce((sum, bin) => sum + bin.count * Math.abs(bin.meanSimilarity - bin.genuineShare), 0);
  return { ece: error / pairs.length, bins: made };
}

function toBin(inside: readonly JudgedSimilarity[], from: number, to: number): ReliabilityBin {
  const count = inside.length;
  const similarities = inside.reduce((sum, { similarity }) => sum + similarity, 0);
  const genuine = inside.filter(({ isDuplicate }) => isDuplicate).length;
  return { from, to, count, meanSimilarity: similarities / count, genuineShare: genuine / count };
}
