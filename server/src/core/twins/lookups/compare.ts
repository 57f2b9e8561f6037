import { normalise } from '../../embeddings/words';
import { largestEnergy } from '../../energies/energy';
import { energyOf, type Scoring } from '../../energies/scoring';
import { type Embed, weighPairs } from '../../energies/weighPairs';
import type { Comparison } from '../twin';
import { factApart } from './oneFactApart';

/** A text, its normal form and its embedding. */
export interface EmbeddedText {
  readonly normal: string;
  readonly embedding: Float32Array;
}

export type EmbeddedPair = readonly [one: EmbeddedText, other: EmbeddedText];

/** @param embedding of the text as it is spelt. */
export function embedded(text: string, embedding: Float32Array): EmbeddedText {
  return { normal: normalise(text), embedding };
}

/**
 * Judges pairs of texts, in order, by their energy (see `pairEnergy`).
 *
 * Texts equal after normalisation are duplicates whatever the model says. Texts that state different facts are
 * different however alike they sound; `differsIn` then says in what.
 *
 * @param embed for the stretches of words in which they differ.
 */
export async function compareTexts(
  pairs: readonly EmbeddedPair[],
  scoring: Scoring,
  embed: Embed,
): Promise<Comparison[]> {
  const distance = energyOf(scoring);
  const energies = await weighPairs(
    pairs.map(([one, other]) => ({
      a: one.normal,
      b: other.normal,
      distance: distance(one.embedding, other.embedding),
    })),
    scoring.energy,
    embed,
  );
  return pairs.map((pair, i) => judge(pair, energies[i] as number, scoring));
}

function judge([one, other]: EmbeddedPair, energy: number, scoring: Scoring): Comparison {
  if (one.normal === other.normal) return { energy: 0, similarity: 1, verdict: 'duplicate' };
  if (one.normal === '' || other.normal === '') {
    // As far as can be: a text without words says nothing that another could say as well.
    const farthest = largestEnergy(scoring.energy, one.embedding.length);
    return { energy: farthest, similarity: 0, verdict: 'different' };
  }
  const similarity = scoring.calibration.similarityAt(energy);
  const isNear = similarity >= scoring.thresholds.balanced;
  const differsIn = factApart(one.normal, other.normal, isNear);
  if (differsIn !== undefined) return { energy, similarity, verdict: 'different', differsIn };
  return { energy, similarity, verdict: isNear ? 'near-duplicate' : 'different' };
}
