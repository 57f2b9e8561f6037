import type { Encoder } from '../../server/src/core/embeddings/encoder';
import { type EnergyName, energies } from '../../server/src/core/energies/energy';
import type { Method } from './method';

/** The encoder under measurement: similarity is the negated energy that its manifest names. */
export function encoderMethod(encoder: Encoder, energy: EnergyName): Method {
  return {
    name: 'Text Twin',
    async compare(texts) {
      const embeddings = await encoder.encode(texts);
      return (i, j) =>
        -energies[energy](embeddings[i] as Float32Array, embeddings[j] as Float32Array);
    },
  };
}
