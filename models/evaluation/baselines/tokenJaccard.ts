import { wordsOf } from '../../../server/src/core/embeddings/words';
import { jaccard } from '../jaccard';
import type { Method } from '../method';

/** Share of distinct words in common, in [0, 1]: the baseline that any model must beat. */
export const tokenJaccard: Method = {
  name: 'Jaccard',
  compare(texts) {
    const words = texts.map((text) => new Set(wordsOf(text)));
    return (i, j) => jaccard(words[i] as Set<string>, words[j] as Set<string>);
  },
};
