import { type EnergyName, MARGINS } from './energy';
import type { Wording } from './wording';

/** How fast a substitution counts less as the texts have fewer words in common. */
const FADING = 8;
/** What visibly different facts cost, in units of the margin squared. */
const FACTS = 0.2;

/**
 * The energy of a pair: the distance of its embeddings, and what a whole embedding cannot show.
 *
 * One changed word moves the embedding of a long text little, whatever the word is. So the stretches of words by which
 * texts of nearly the same wording differ are embedded by the same encoder, and counts by how much they are beyond the
 * margin, where texts are as different as can be:
 *
 *     E² = ‖f(X1) − f(X2)‖² + s⁸ · mean max(0, ‖f(Δ1) − f(Δ2)‖² − m²) + 0.2 · m² · [different facts]
 *
 * s is the share of words in common, Δ1 and Δ2 what stands for each other, m the margin. The constants were chosen on
 * held-out training pairs and on our own adversarial set (models/MODEL_CARD.md). E is symmetric, and never less than
 * the distance: a search by distance misses no pair. It has no upper bound of its own.
 *
 * @param distance of the two embeddings; an energy as well, ≥ 0.
 * @param between the energy between the two stretches of a substitution.
 */
export function pairEnergy(
  distance: number,
  { shared, substitutions, facts }: Wording,
  between: (one: string, other: string) => number,
  energy: EnergyName,
): number {
  const margin = MARGINS[energy] ** 2;
  let squared = distance * distance;
  if (substitutions.length > 0) {
    const beyond = substitutions.reduce(
      (sum, [one, other]) => sum + Math.max(0, between(one, other) ** 2 - margin),
      0,
    );
    squared += (shared ** FADING * beyond) / substitutions.length;
  }
  if (facts) squared += FACTS * margin;
  return Math.sqrt(squared);
}
