import { normalise } from '../embeddings/words';
import { largestEnergy } from '../energies/energy';
import { energyOf, type Scoring } from '../energies/scoring';
import { factApart } from './oneFactApart';
import type { Comparison } from './twin';

/**
 * Judges two texts by their embeddings.
 *
 * Texts equal after normalisation are duplicates whatever the model says. Texts that state different facts are
 * different however alike they sound; `differsIn` then says in what.
 */
export function compareTexts(
  a: { readonly text: string; readonly embedding: Float32Array },
  b: { readonly text: string; readonly embedding: Float32Array },
  scoring: Scoring,
): Comparison {
  const normalA = normalise(a.text);
  const normalB = normalise(b.text);
  if (normalA === normalB) return { energy: 0, similarity: 1, verdict: 'duplicate' };
  if (normalA === '' || normalB === '') {
    // As far as can be: a text without words says nothing that another could say as well.
    const farthest = largestEnergy(scoring.energy, a.embedding.length);
    return { energy: farthest, similarity: 0, verdict: 'different' };
  }
  const energy = energyOf(scoring)(a.embedding, b.embedding);
  const similarity = scoring.calibration.similarityAt(energy);
  const isNear = similarity >= scoring.thresholds.balanced;
  const differsIn = factApart(normalA, normalB, isNear);
  if (differsIn !== undefined) return { energy, similarity, verdict: 'different', differsIn };
  return { energy, similarity, verdict: isNear ? 'near-duplicate' : 'different' };
}
