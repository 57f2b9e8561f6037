import { groupBy } from '../../server/src/core/twins/groups/groupBy';
import type { Pair } from '../training/pairFiles';
import type { Similarity } from './method';

/**
 * For each pair, 1 / rank of its second text among the distinct second texts of the file, as its first text ranks
 * them. Equal similarities share the mean of their ranks. Other right answers to the same first text are left out:
 * they are no mistakes.
 *
 * @param similarity of positions in the texts `[...a, ...b]` of `pairs`
 * @returns in (0, 1], one per pair
 */
export function reciprocalRanks(pairs: readonly Pair[], similarity: Similarity): number[] {
  const candidates = new Map(pairs.map(({ b }, i) => [b, i]));
  const answers = groupBy(pairs, ({ a }) => a);
  return pairs.map(({ a }, i) => {
    const right = new Set(answers.get(a)?.map((pair) => pair.b));
    const own = similarity(i, pairs.length + i);
    let rank = 1;
    for (const [text, position] of candidates) {
      if (right.has(text)) continue;
      const other = similarity(i, pairs.length + position);
      if (other > own) rank++;
      else if (other === own) rank += 0.5;
    }
    return 1 / rank;
  });
}
