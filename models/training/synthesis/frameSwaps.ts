import { normalise } from '../../../server/src/core/embeddings/words';
import type { Lexicon } from '../lexicon/lexicon';
import { SOFTWARE_NOUNS } from '../lexicon/softwareNouns';
import type { Random } from '../random';
import { oneOf, shuffled } from './choose';
import { edited, splitText } from './chunks';
import { entityAt, isLight, isOther, replaceAll } from './flips/entities';
import { nounOf } from './grammar';

/** Share of new nouns that come from the caller's pool. */
const FROM_POOL = 0.5;

/**
 * Replaces one or two nouns of `text` by nouns of software or of `pool`, and keeps the frame around them: texts that
 * look alike and speak of other things.
 *
 * @param pool Words; those that are not known as nouns are passed over.
 * @returns undefined where the text holds no noun that can be told as one.
 */
export function swapContent(
  text: string,
  lexicon: Lexicon,
  random: Random,
  pool: readonly string[],
): string | undefined {
  const chunks = splitText(text);
  const nouns = new Set<string>();
  for (let at = 0; at < chunks.length; at++) {
    const noun = entityAt(chunks, at, lexicon);
    if (noun !== undefined && !isLight(noun)) nouns.add(noun);
  }
  const words = new Set(chunks.map(({ lower }) => lower));
  const count = random() < 0.5 ? 1 : 2;
  const edits = shuffled([...nouns], random)
    .slice(0, count)
    .flatMap((noun) => {
      const other = otherNoun(noun, words, lexicon, random, pool);
      if (other === undefined) return [];
      words.add(other);
      return replaceAll(chunks, noun, other);
    });
  const swapped = edited(chunks, edits);
  return normalise(swapped) === normalise(text) ? undefined : swapped;
}

function otherNoun(
  noun: string,
  words: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
  pool: readonly string[],
): string | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const isPooled = pool.length > 0 && random() < FROM_POOL;
    const drawn = oneOf(isPooled ? pool : SOFTWARE_NOUNS, random);
    const other = isPooled ? nounOf(drawn, lexicon) : drawn;
    if (other !== undefined && isOther(noun, other, words, lexicon)) return other;
  }
  return undefined;
}
