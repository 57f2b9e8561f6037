import { type EnergyName, energies } from './energy';
import { pairEnergy } from './pairEnergy';
import { Stretches } from './stretches';
import { compareWording, type Wording } from './wording';

/** Embeds texts: one unit vector each, in order. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** Two normalised texts and the distance of their embeddings. */
export interface DistantPair {
  readonly a: string;
  readonly b: string;
  /** By the energy function of the model, ≥ 0. */
  readonly distance: number;
}

/** The energies of pairs, in order (see `pairEnergy`): what they differ in is embedded in one go. */
export async function weighPairs(
  pairs: readonly DistantPair[],
  energy: EnergyName,
  embed: Embed,
): Promise<number[]> {
  const wordings = pairs.map(({ a, b }) => compareWording(a, b));
  const stretches = new Stretches(energies[energy]);
  const missing = stretches.missing(wordings);
  if (missing.length > 0) stretches.add(missing, await embed(missing));
  return pairs.map(({ a, b, distance }, i) => {
    const wording = wordings[i] as Wording;
    return a === b ? distance : pairEnergy(distance, wording, stretches.between, energy);
  });
}
