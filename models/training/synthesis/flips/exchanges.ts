import { type Chunk, type Edit, plainAt } from '../chunks';
import { isDeterminer, isFunctionWord } from '../grammar';
import type { Flip } from './flip';

/** Words of a phrase that is moved as a whole. */
const LONGEST = 3;

/** Two places exchanged: `from A to B`, `converts A into B`. */
export const exchanges: Flip = (chunks) => {
  const found: (readonly Edit[])[] = [];
  for (let at = 1; at < chunks.length; at++) {
    const opening = plainAt(chunks, at - 1);
    const isTwoPlaces =
      opening === 'from' || /^(converts?|transforms?|translates?|maps?)$/.test(opening);
    if (!isTwoPlaces) continue;
    const from = phraseAt(chunks, at);
    const joint = plainAt(chunks, at + from.length);
    if (from.length === 0 || !(joint === 'to' || (joint === 'into' && opening !== 'from')))
      continue;
    const to = phraseAt(chunks, at + from.length + 1);
    const end = at + from.length + 1 + to.length;
    const isWhole =
      (chunks[end - 1]?.after ?? '') !== '' ||
      end >= chunks.length ||
      /^(in|using|with|for|by|and|if|when|of)$/.test(plainAt(chunks, end));
    if (to.length === 0 || !isWhole || plainAt(chunks, end) === 'of') continue;
    const [one, other] = [wordsOf(from), wordsOf(to)];
    if (one.toLowerCase() === other.toLowerCase()) continue;
    found.push([
      { at, length: from.length, by: other },
      { at: at + from.length + 1, length: to.length, by: one },
    ]);
  }
  return found;
};

/** Plain words from `at` on, up to a function word or a mark. */
function phraseAt(chunks: readonly Chunk[], at: number): readonly Chunk[] {
  const phrase: Chunk[] = [];
  for (let i = at; i < chunks.length && phrase.length <= LONGEST; i++) {
    const chunk = chunks[i] as Chunk;
    const isArticle = i === at && isDeterminer(chunk.lower);
    if (!isArticle && (chunk.word.includes('(') || isFunctionWord(chunk.lower))) break;
    if (i > at && chunk.before.includes('(')) break;
    phrase.push(chunk);
    if (chunk.after !== '') break;
  }
  const isOnlyArticle = phrase.length === 1 && isDeterminer((phrase[0] as Chunk).lower);
  return phrase.length > LONGEST || isOnlyArticle ? [] : phrase;
}

const wordsOf = (phrase: readonly Chunk[]) => phrase.map(({ word }) => word).join(' ');
