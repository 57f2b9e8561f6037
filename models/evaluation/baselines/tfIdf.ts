import { wordsOf } from '../../../server/src/core/embeddings/words';
import type { Method } from '../method';
import { countCosine } from './countCosine';

/** Cosine of word counts times ln((1 + N) / (1 + n)) + 1, N and n counted in the compared texts themselves. */
export const tfIdf: Method = {
  name: 'TF-IDF',
  compare(texts) {
    const idf = (textsWithIt: number) => Math.log((1 + texts.length) / (1 + textsWithIt)) + 1;
    return countCosine(texts.map(wordsOf), idf);
  },
};
