import { normalise } from '../../../server/src/core/embeddings/words';
import type { Method } from '../method';
import { countCosine } from './countCosine';

const SIZES = [3, 4, 5] as const;

/** Cosine of the counts of 3-, 4- and 5-grams of characters in the normalised texts, spaces included. */
export const characterNgrams: Method = {
  name: '3-5-grams',
  compare(texts) {
    return countCosine(texts.map(ngramsOf), () => 1);
  },
};

function ngramsOf(text: string): string[] {
  // A space at either end tells a word's start and end from its middle.
  const padded = ` ${normalise(text)} `;
  return SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, start) =>
      padded.slice(start, start + size),
    ),
  );
}
