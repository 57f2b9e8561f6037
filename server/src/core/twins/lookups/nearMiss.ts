import type { Calibration } from '../../energies/calibration';
import { factsApart } from '../../energies/facts';
import type { Neighbour } from '../graph/neighbours';
import type { Holders } from '../placed/holders';
import { byPlace, type PlacedText, worldOf } from '../placed/placedText';
import type { NearMiss } from '../twin';

/** How many of the nearest texts are looked at: some are of other worlds, or state other facts. */
export const NEAR_TEXTS = 8;

/** How far below the threshold a similarity may lie to be worth a word. */
const MARGIN = 0.15;

/**
 * The passage nearest to one of them that is not similar enough to be its twin, but within a margin of it. Undefined
 * where there is none, or where the nearest is a twin: then it was found, and reported or filtered.
 *
 * @param holders of all passages.
 * @param near the texts nearest to `from`, nearest first, itself among them.
 */
export function nearMissOf(
  from: PlacedText,
  holders: Holders,
  near: readonly Neighbour[],
  calibration: Calibration,
): NearMiss | undefined {
  const world = worldOf(from);
  for (const { key, energy } of near) {
    if (key === from.normal || factsApart(from.normal, key)) continue;
    const [first] = [...holders.in(world, key)].sort((x, y) => byPlace(x.passage, y.passage));
    if (!first) continue;
    const similarity = calibration.similarityAt(energy);
    const threshold = Math.max(from.policy.threshold, first.policy.threshold);
    if (similarity >= threshold || similarity < threshold - MARGIN) return undefined;
    return { passage: from.passage, nearest: { ...first.passage, energy, similarity }, threshold };
  }
  return undefined;
}
