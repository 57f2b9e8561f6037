import type { Difference } from './facts';

/** Longer stretches that change places are clauses, and a sentence may say them in either order. */
const LONGEST = 2;
/** What may be said in either order on both sides of these alone. */
const EITHER_ORDER = new Set(['and', 'or', 'nor', '&', 'then']);

/**
 * What changed places between two texts of the same words: "from the primary to the replica", "from the replica to
 * the primary". Undefined where nothing did, or where the order is free.
 *
 * @param a, b the words of two normalised texts, the same on both sides, but for their order.
 */
export function exchangedIn(a: readonly string[], b: readonly string[]): Difference | undefined {
  if (a.length !== b.length) return undefined;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = a.length;
  while (end > start && a[end - 1] === b[end - 1]) end--;
  const [one, other] = [a.slice(start, end), b.slice(start, end)];
  for (let first = 1; first <= LONGEST; first++) {
    for (let last = 1; last <= LONGEST && first + last < one.length; last++) {
      const [x, middle, y] = [one.slice(0, first), one.slice(first, -last), one.slice(-last)];
      if (middle.every((word) => EITHER_ORDER.has(word))) continue;
      if (isEqual(other, [...y, ...middle, ...x])) return { a: x, b: y };
    }
  }
  return undefined;
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.every((word, i) => word === others[i]);
}
