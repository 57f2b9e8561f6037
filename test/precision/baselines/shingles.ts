import { jaccard } from '../../../models/evaluation/jaccard';
import { normalise } from '../../../server/src/core/embeddings/words';
import { type Baseline, FLOOR } from './baseline';

/** Characters of a shingle: what MinHash tools for prose use. */
const SIZE = 5;

/** The share of 5-grams of characters in common. */
export const shingles: Baseline = {
  name: '5-gram Jaccard',
  nearest: nearestSimilarities,
  similarity: (a, b) => jaccard(shinglesOf(a), shinglesOf(b)),
};

/** The distinct runs of five characters of a text in its normal form; a shorter text is its own and only one. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const normal = normalise(text);
  const shingles = new Set<string>();
  for (let at = 0; at + SIZE <= normal.length; at++) shingles.add(normal.slice(at, at + SIZE));
  return shingles.size > 0 ? shingles : new Set([normal]);
}

/**
 * The similarity of each text to the one most like it; 0 when that is below `FLOOR`. Equal texts have 1.
 *
 * The share of shingles in common is what MinHash estimates, computed exactly. Prefix filtering (Bayardo, Ma and Srikant 2007): two sets as similar as `FLOOR` share one of their rarest shingles,
 * so common ones need no index.
 */
export function nearestSimilarities(texts: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const distinct = [...counts.keys()];
  const best = new Map(distinct.map((text) => [text, (counts.get(text) ?? 0) > 1 ? 1 : 0]));
  const sets = distinct.map(shinglesOf);
  const prefixes = rarestFirst(sets);
  const holders = new Map<string, number[]>();
  for (const [at, prefix] of prefixes.entries()) {
    const set = sets[at] as ReadonlySet<string>;
    const text = distinct[at] as string;
    const candidates = new Set(prefix.flatMap((shingle) => holders.get(shingle) ?? []));
    for (const candidate of candidates) {
      const similarity = jaccard(set, sets[candidate] as ReadonlySet<string>);
      if (similarity < FLOOR) continue;
      for (const one of [text, distinct[candidate] as string]) {
        best.set(one, Math.max(best.get(one) ?? 0, similarity));
      }
    }
    for (const shingle of prefix) {
      const list = holders.get(shingle);
      if (list) list.push(at);
      else holders.set(shingle, [at]);
    }
  }
  return texts.map((text) => best.get(text) ?? 0);
}

/** The shingles of each set that any set as similar as `FLOOR` must share one of. */
function rarestFirst(sets: readonly ReadonlySet<string>[]): string[][] {
  const frequency = new Map<string, number>();
  for (const set of sets) {
    for (const shingle of set) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  }
  const rank = (shingle: string) => frequency.get(shingle) ?? 0;
  return sets.map((set) => {
    const sorted = [...set].sort((x, y) => rank(x) - rank(y) || (x < y ? -1 : 1));
    return sorted.slice(0, set.size - Math.ceil(FLOOR * set.size) + 1);
  });
}
