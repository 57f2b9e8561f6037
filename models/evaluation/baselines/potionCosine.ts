import type { Method } from '../method';
import type { Potion } from '../potion';
import { dot } from '../vectors';

/** Cosine of the embeddings of potion-base-4M. */
export function potionCosine(potion: Potion): Method {
  return {
    name: 'potion',
    compare(texts) {
      const embeddings = potion.embed(texts);
      return (i, j) => dot(embeddings[i] as Float32Array, embeddings[j] as Float32Array);
    },
  };
}
