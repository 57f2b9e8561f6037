import { pluralOf } from '../../lexicon/inflections';
import type { Lexicon } from '../../lexicon/lexicon';
import { softwareSynonyms } from '../../lexicon/lexicon';
import { areAlike, neighboursOf, SOFTWARE_NOUNS } from '../../lexicon/softwareNouns';
import type { Random } from '../../random';
import { oneOf } from '../choose';
import { type Chunk, type Edit, plainAt } from '../chunks';
import { isDeterminer, isVerbPlace, nounOf } from '../grammar';
import { type Flip, instead } from './flip';

/** Nouns that carry little: another in their place hardly changes what is said, or makes nonsense. */
const LIGHT = new Set(
  `method function way kind type sort object instance number value amount case time thing part piece example order
  purpose fact reason note result use set copy list class program item element count size length name code line word
  way end effect sense place point rest lot form type pair series range level side view version information`.split(
    /\s+/,
  ),
);

export const isLight = (noun: string) => LIGHT.has(noun);

/** A noun, wherever it stands in the text, replaced by a noun of the same field, a sibling or any noun of software. */
export const entities: Flip = (chunks, lexicon, random) => {
  const words = new Set(chunks.map(({ lower }) => lower));
  const nouns = new Set<string>();
  for (let at = 0; at < chunks.length; at++) {
    const noun = entityAt(chunks, at, lexicon);
    if (noun !== undefined && !LIGHT.has(noun)) nouns.add(noun);
  }
  const found: (readonly Edit[])[] = [];
  for (const noun of nouns) {
    const other = otherNoun(noun, words, lexicon, random);
    if (other !== undefined) found.push(replaceAll(chunks, noun, other));
  }
  return found;
};

/** The singular of the noun at `at`, if it is one that stands for a thing. */
export function entityAt(
  chunks: readonly Chunk[],
  at: number,
  lexicon: Lexicon,
): string | undefined {
  const word = plainAt(chunks, at);
  if (word === '' || (chunks[at]?.before ?? '').includes('(')) return undefined;
  const noun = nounOf(word, lexicon);
  if (noun === undefined || isVerbPlace(chunks, at)) return undefined;
  // "tables the", "when it crashes": a noun of the list that stands as a verb.
  const next = chunks[at]?.after === '' ? plainAt(chunks, at + 1) : '';
  if (isDeterminer(next) && next !== 'that' && next !== 'given' && next !== 'specified')
    return undefined;
  return at === 0 && next === '' && chunks.length > 1 ? undefined : noun;
}

/** Puts `other` for `noun` everywhere, in the same number. */
export function replaceAll(chunks: readonly Chunk[], noun: string, other: string): Edit[] {
  const edits: Edit[] = [];
  const plural = pluralOf(noun);
  const otherPlural = pluralOf(other);
  for (let at = 0; at < chunks.length; at++) {
    const word = plainAt(chunks, at);
    if (word === noun) edits.push(instead(at, other));
    else if (word === plural) edits.push(instead(at, otherPlural));
  }
  return edits;
}

function otherNoun(
  noun: string,
  words: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
): string | undefined {
  const near = neighboursOf(noun);
  const siblings = near.length > 0 ? [] : lexicon.siblingsOf(noun);
  for (let attempt = 0; attempt < 6; attempt++) {
    const close = near.length > 0 ? near : siblings;
    const other = oneOf(close.length > 0 && random() < 0.6 ? close : SOFTWARE_NOUNS, random);
    if (isOther(noun, other, words, lexicon)) return other;
  }
  return undefined;
}

/** Whether `other` says something else than `noun` and does not stand in the text already. */
export function isOther(
  noun: string,
  other: string,
  words: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  return (
    noun !== other &&
    !words.has(other) &&
    !words.has(pluralOf(other)) &&
    !LIGHT.has(other) &&
    !other.startsWith(noun) &&
    !noun.startsWith(other) &&
    !areAlike(noun, other) &&
    !softwareSynonyms.joins(noun, other) &&
    !lexicon.synonymsOf(noun).includes(other)
  );
}
