/**
 * A similarity in [0, 1] for people, with two decimals. Rounded down, so that 1.00 stands for exact equality
 * alone.
 */
export function showSimilarity(similarity: number): string {
  // The small addition undoes binary fractions such as 0.29 * 100 = 28.999….
  return (Math.floor(similarity * 100 + 1e-9) / 100).toFixed(2);
}
