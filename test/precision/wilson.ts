/** A share and the interval that holds it; all in [0, 1]. */
export interface Share {
  /** NaN when there were no trials. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations that hold 95 % of a normal distribution. */
const Z = 1.959964;

/**
 * A share with its 95 % interval after Wilson (1927), which behaves at few trials and at shares near one, where
 * the textbook interval does not. Without trials nothing is known: [0, 1].
 *
 * @param hits a whole number from 0 to `trials`
 */
export function wilson(hits: number, trials: number): Share {
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const value = hits / trials;
  const spread = (Z * Z) / trials;
  const centre = (value + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * (value * (1 - value) + spread / 4)) / (1 + spread);
  // At none and at all of the trials the share is an end of its interval, but for the last digit.
  return {
    value,
    low: Math.max(0, Math.min(value, centre - half)),
    high: Math.min(1, Math.max(value, centre + half)),
  };
}

/** `0.953 [.921 .972]`; a dash for no trials. */
export function writeShare({ value, low, high }: Share): string {
  if (Number.isNaN(value)) return '–';
  const bare = (x: number) => x.toFixed(3).replace(/^0/, '');
  return `${value.toFixed(3)} [${bare(low)} ${bare(high)}]`;
}
