import { normalise } from '../../../server/src/core/embeddings/words';
import type { Lexicon } from '../lexicon/lexicon';
import type { Random } from '../random';
import { weightedOrder } from './choose';
import { clauseOrder } from './rewording/clauseOrder';
import { formatting } from './rewording/formatting';
import { functionWords } from './rewording/functionWords';
import type { Rewording } from './rewording/rewording';
import { spellings } from './rewording/spellings';
import { synonyms } from './rewording/synonyms';

const MOVES: readonly { readonly move: Rewording; readonly weight: number }[] = [
  { move: clauseOrder, weight: 4 },
  { move: synonyms, weight: 4 },
  { move: functionWords, weight: 3 },
  { move: spellings, weight: 3 },
];
/** Chance that one more change of wording is made on top of those before. */
const ANOTHER = 0.6;
/** Chance that the look is changed as well. */
const REFORMAT = 0.3;

/**
 * Says `text` in other words, several changes at random on top of each other: a genuine partner for it.
 *
 * @returns undefined where no change applies that is safe, or none but of look: the normal form always differs.
 */
export function reword(text: string, lexicon: Lexicon, random: Random): string | undefined {
  let reworded = text;
  for (const { move } of weightedOrder(MOVES, random)) {
    const before = reworded;
    reworded = move(reworded, lexicon, random) ?? reworded;
    if (reworded !== before && random() >= ANOTHER) break;
  }
  if (normalise(reworded) === normalise(text)) return undefined;
  return random() < REFORMAT ? (formatting(reworded, lexicon, random) ?? reworded) : reworded;
}
