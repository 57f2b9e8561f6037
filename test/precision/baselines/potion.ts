import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadPotion } from '../../../models/evaluation/potion';
import { dot } from '../../../models/evaluation/vectors';
import { type Baseline, FLOOR } from './baseline';

const FOLDER = 'potion-base-4m-int8';

/**
 * Cosine of potion's static embeddings.
 *
 * @param peers the folder with potion's folder
 * @returns undefined where it is not there
 */
export async function findPotion(peers: string): Promise<Baseline | undefined> {
  const folder = path.join(peers, FOLDER);
  if (!existsSync(folder)) return undefined;
  const potion = await loadPotion(folder);
  return {
    name: 'potion cosine',
    nearest(texts) {
      const counts = new Map<string, number>();
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
      const distinct = [...counts.keys()];
      const best = nearestCosines(potion.embed(distinct));
      const nearest = new Map(
        distinct.map((text, i) => [text, (counts.get(text) ?? 0) > 1 ? 1 : (best[i] as number)]),
      );
      return texts.map((text) => nearest.get(text) ?? 0);
    },
    similarity(a, b) {
      const [one, other] = potion.embed([a, b]) as [Float32Array, Float32Array];
      return a === b ? 1 : dot(one, other);
    },
  };
}

/** Each unit vector's cosine with the one most like it, by visiting all pairs; 0 below `FLOOR`. */
function nearestCosines(vectors: readonly Float32Array[]): Float32Array {
  const best = new Float32Array(vectors.length);
  vectors.forEach((one, i) => {
    for (let j = 0; j < i; j++) {
      const cosine = dot(one, vectors[j] as Float32Array);
      if (cosine < FLOOR) continue;
      if (cosine > (best[i] as number)) best[i] = cosine;
      if (cosine > (best[j] as number)) best[j] = cosine;
    }
  });
  return best;
}
