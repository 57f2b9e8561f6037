import { below, type Random } from '../random';

/** One of `values`, which must not be empty. */
export function oneOf<T>(values: readonly T[], random: Random): T {
  return values[below(random, values.length)] as T;
}

/** All values, each as often in each place. */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** An order drawn at random in which those of greater weight tend to come first (Efraimidis and Spirakis 2006). */
export function weightedOrder<T extends { readonly weight: number }>(
  values: readonly T[],
  random: Random,
): T[] {
  return values
    .map((value) => ({ value, key: random() ** (1 / value.weight) }))
    .sort((a, b) => b.key - a.key)
    .map(({ value }) => value);
}
