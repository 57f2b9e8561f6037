/** Another way of finding texts that say the same: what Text Twin is compared with. */
export interface Baseline {
  /** Head of its column. */
  readonly name: string;
  /** The similarity of each text to the one most like it; 0 when that is below `FLOOR`. Equal texts have 1. */
  nearest(texts: readonly string[]): readonly number[];
  /** Of two texts, in [0, 1]. */
  similarity(a: string, b: string): number;
}

/**
 * The lowest similarity that is looked for among all texts. Below it the pairs are too many to visit, and no one would
 * report them.
 */
export const FLOOR = 0.4;

/**
 * The lowest threshold at which no more than `budget` of the values reach it, from `FLOOR`; 1 when even equal texts are
 * more than that.
 */
export function thresholdWithin(budget: number, similarities: readonly number[]): number {
  const falling = similarities.filter((value) => value >= FLOOR).sort((a, b) => b - a);
  const firstOut = falling[budget];
  if (firstOut === undefined) return FLOOR;
  return falling.findLast((value) => value > firstOut) ?? 1;
}
