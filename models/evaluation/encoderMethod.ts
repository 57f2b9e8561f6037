import type { Encoder } from '../../server/src/core/embeddings/encoder';
import { normalise } from '../../server/src/core/embeddings/words';
import { type EnergyName, energies } from '../../server/src/core/energies/energy';
import { weighPairs } from '../../server/src/core/energies/weighPairs';
import type { Method } from './method';

/**
 * The encoder under measurement: similarity is the negated energy of the pair, as the product computes it; where all
 * pairs may be asked for, the negated distance of the embeddings.
 */
export function encoderMethod(encoder: Encoder, energy: EnergyName): Method {
  return {
    name: 'Text Twin',
    async compare(texts, wanted = []) {
      const embeddings = await encoder.encode(texts);
      const distance = (i: number, j: number) =>
        energies[energy](embeddings[i] as Float32Array, embeddings[j] as Float32Array);
      const normal = texts.map(normalise);
      const pairs = wanted.map(([i, j]) => ({
        a: normal[i] as string,
        b: normal[j] as string,
        distance: distance(i, j),
      }));
      const weighed = await weighPairs(pairs, energy, (stretches) => encoder.encode(stretches));
      const known = new Map(
        wanted.map(([i, j], at) => [i * texts.length + j, weighed[at] as number]),
      );
      return (i, j) => -(known.get(i * texts.length + j) ?? distance(i, j));
    },
  };
}

/** What the energy is without what was substituted and without facts: the negated distance of the embeddings. */
export function distanceMethod(encoder: Encoder, energy: EnergyName): Method {
  return {
    name: 'distance',
    isPart: true,
    compare: (texts) => encoderMethod(encoder, energy).compare(texts),
  };
}
