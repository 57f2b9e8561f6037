import { countNormalWords } from '../../embeddings/words';
import type { Calibration } from '../../energies/calibration';
import { factsApart, sharedWords } from '../../energies/facts';
import type { Holders } from '../placed/holders';
import { byPlace, type PlacedText, worldOf } from '../placed/placedText';
import type { OneFactApart } from '../twin';

/*
 * Pairs that read alike but state different facts. They are no twins and nothing warns of them; but who looks at
 * one of them may want to know of the other, because the difference may be a slip.
 */

/** Share of words in common from which two texts are worded alike, whatever the model makes of them. */
const SAME_WORDING = 0.75;

/** The most passages named for one: beyond these it is a phrase with a slot, such as a list of limits. */
export const MAX_APART = 3;

/**
 * In what two normalised texts differ that are alike but state different facts: `ascending → descending`, with ∅
 * for a side that has no word for it. Undefined where they are not alike or state the same.
 *
 * @param isNear whether their energy is within the radius of what is reported.
 */
export function factApart(a: string, b: string, isNear: boolean): string | undefined {
  if (!isNear && sharedWords(a, b) < SAME_WORDING) return undefined;
  const difference = factsApart(a, b);
  return difference && `${difference.a.join(' ') || '∅'} → ${difference.b.join(' ') || '∅'}`;
}

/**
 * The passages that are one fact apart from one of them: at most `MAX_APART` texts, each at its first place, those
 * with most words in common first. Undefined where there are none.
 *
 * @param holders of all passages; only those of the same world are looked at.
 * @param energies from `from` to the texts within the radius, by normalised text.
 */
export function findOneFactApart(
  from: PlacedText,
  holders: Holders,
  energies: ReadonlyMap<string, number>,
  calibration: Calibration,
): OneFactApart | undefined {
  const world = worldOf(from);
  const mayBeWordedAlike = wordingFilter(from.normal);
  const first = new Map<string, { readonly item: PlacedText; readonly differsIn: string }>();
  for (const normal of holders.texts()) {
    const energy = energies.get(normal);
    if (energy === undefined && !mayBeWordedAlike(normal)) continue;
    for (const item of holders.in(world, normal)) {
      const before = first.get(normal);
      if (before && byPlace(before.item.passage, item.passage) < 0) continue;
      const threshold = Math.max(from.policy.threshold, item.policy.threshold);
      const isNear = energy !== undefined && calibration.similarityAt(energy) >= threshold;
      const differsIn = factApart(from.normal, normal, isNear);
      if (differsIn !== undefined) first.set(normal, { item, differsIn });
    }
  }
  const others = [...first]
    .map(([normal, apart]) => ({ ...apart, shared: sharedWords(from.normal, normal) }))
    .sort((x, y) => y.shared - x.shared || byPlace(x.item.passage, y.item.passage))
    .slice(0, MAX_APART)
    .map(({ item: { passage }, differsIn }) => ({ ...passage, differsIn }));
  return others.length > 0 ? { passage: from.passage, others } : undefined;
}

/**
 * A cheap test that no text worded alike fails: a hover looks at all texts of a workspace, and few are left to compare
 * word for word.
 */
function wordingFilter(normal: string): (other: string) => boolean {
  const words = normal.split(' ');
  const known = new Set(words);
  return (other) => {
    const count = countNormalWords(other);
    const needed = SAME_WORDING * (words.length + count);
    if (2 * Math.min(words.length, count) < needed) return false;
    // Repeated words may be counted too often, never too seldom.
    let common = 0;
    for (const word of other.split(' ')) if (known.has(word)) common++;
    return 2 * common >= needed;
  };
}
