import { wordsOf } from '../../server/src/core/embeddings/words';

/** Share of distinct words in common, in [0, 1]: the baseline that any model must beat. */
export function tokenJaccard(a: string, b: string): number {
  const wordsA = new Set(wordsOf(a));
  const wordsB = new Set(wordsOf(b));
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared / (wordsA.size + wordsB.size - shared || 1);
}
