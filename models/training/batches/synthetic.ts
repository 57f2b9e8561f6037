import type { Lexicon } from '../lexicon/lexicon';
import type { Random } from '../random';
import { flipFact } from '../synthesis/factFlips';
import { swapContent } from '../synthesis/frameSwaps';
import { reword } from '../synthesis/rewordings';
import { type DrawnPair, toDrawn } from './pairPool';

/** An imposite made of one text of a pair: the same but for a fact, or the same frame about another thing. */
export interface Counterfeit {
  /** Index of the pair it was made of. */
  readonly owner: number;
  readonly text: string;
}

/** Pairs of texts with their rewordings; texts that no rewording fits are passed over. */
export function rewordTexts(
  texts: readonly string[],
  count: number,
  lexicon: Lexicon,
  random: Random,
): DrawnPair[] {
  const pairs: DrawnPair[] = [];
  for (const text of texts) {
    if (pairs.length === count) break;
    const other = reword(text, lexicon, random);
    if (other !== undefined) pairs.push(toDrawn(text, other, ''));
  }
  return pairs;
}

/** Counterfeits of the pairs' texts, of either side: a flipped fact each, and for some another content. */
export function counterfeit(
  pairs: readonly DrawnPair[],
  start: number,
  lexicon: Lexicon,
  random: Random,
  content: readonly string[],
): Counterfeit[] {
  return pairs.flatMap((pair, i) => {
    const side = () => (random() < 0.5 ? pair.a : pair.b);
    const flipped = flipFact(side(), lexicon, random)?.text;
    const swapped = random() < 0.5 ? swapContent(side(), lexicon, random, content) : undefined;
    return [flipped, swapped].flatMap((text) =>
      text === undefined ? [] : [{ owner: start + i, text }],
    );
  });
}
