import { possibleLemmas } from '../lexicon/inflections';
import type { Lexicon } from '../lexicon/lexicon';
import { SOFTWARE_NOUNS } from '../lexicon/softwareNouns';
import { OPPOSITES } from '../lexicon/softwareOpposites';
import { SYNONYMS } from '../lexicon/softwareTerms';
import { type Chunk, startsSentence } from './chunks';

const wordSet = (words: string) => new Set(words.trim().split(/\s+/));

const DETERMINERS = wordSet(
  'a an the this that these those each every any all no some another both its their his her our your my given specified',
);
const PREPOSITIONS = wordSet(
  'of in on at by for with from into onto per via through between within without under over as than against about',
);
const VERB_BEFORE = wordSet(
  "to will would can could may might must should shall cannot not do does did which who it they we you i don't never then let",
);
/** Words that carry grammar, not content: never replaced by a synonym or by another noun. */
const FUNCTION_WORDS = wordSet(`
  be is are was were been being am has have had having do does did done doing so such there here where when why how what
  whose if unless whether while until because since and or but nor not only also just more most less least very too other
  others same own one ones once again further out off up down before after during above below etc like yes let get got
  gets set sets use used uses using using make makes made let lets see than upon per he she them him us me must ought
  need needs want wants thing things way ways lot e g i s t ie eg vs well still even yet ever already`);

const SOFTWARE = new Set(SOFTWARE_NOUNS);

const VERBS = new Set([...SYNONYMS.verbs, ...OPPOSITES.verbs].flat());
for (const verb of wordSet(`return set apply clear close count define delegate extract filter flush handle implement look map
  match move notify parse perform print provide push query refresh reload rename render replace report reset resolve search
  sort support test trim update validate wait write append compare evaluate iterate load resize visit configure register
  log put take give keep ask enter skip wrap restore convert determine force manage retry acquire prepare`)) {
  VERBS.add(verb);
}

export function isFunctionWord(word: string): boolean {
  return (
    FUNCTION_WORDS.has(word) ||
    DETERMINERS.has(word) ||
    PREPOSITIONS.has(word) ||
    VERB_BEFORE.has(word)
  );
}

export const isDeterminer = (word: string) => DETERMINERS.has(word);
export const isPreposition = (word: string) => PREPOSITIONS.has(word);

/** Whether a noun must or may stand at `at`: after an article, a preposition or a word that is no verb. */
export function isNounPlace(chunks: readonly Chunk[], at: number): boolean {
  const previous = chunks[at - 1];
  if (!previous || startsSentence(chunks, at)) return false;
  const word = previous.lower;
  return previous.after === '' && (DETERMINERS.has(word) || PREPOSITIONS.has(word));
}

/** Whether a verb must stand at `at`: at the start of a doc sentence, after `to`, a modal or a pronoun. */
export function isVerbPlace(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1]?.lower ?? '';
  if (startsSentence(chunks, at)) {
    return DETERMINERS.has(next) || /^(if|whether|that|and|to|new|up|out|from|into)$/.test(next);
  }
  const previous = chunks[at - 1] as Chunk;
  if (previous.after !== '') return false;
  if (VERB_BEFORE.has(previous.lower)) return !/^(of|is|are|was|were)$/.test(next);
  const isSubject = /^(method|function|constructor|class|that|callback|operation)$/.test(
    previous.lower,
  );
  return isSubject && DETERMINERS.has(next);
}

/** The base of a verb that programming prose uses, from any regular form of it. */
export function softwareVerbOf(word: string): string | undefined {
  return possibleLemmas(word).find((lemma) => VERBS.has(lemma));
}

/** The singular of a common noun that is hardly ever anything else; undefined for all other words. */
export function nounOf(word: string, lexicon: Lexicon): string | undefined {
  if (word.length < 3 || isFunctionWord(word)) return undefined;
  for (const lemma of word.endsWith('s') ? possibleLemmas(word) : [word]) {
    if (SOFTWARE.has(lemma)) return lemma;
  }
  if (word.endsWith('ing')) return undefined;
  const isPlural = /[^s]s$/.test(word) && lexicon.rolesOf(word) === 'n';
  if (!isPlural) return lexicon.rolesOf(word) === 'n' ? word : undefined;
  return possibleLemmas(word).find((lemma) => lemma !== word && lexicon.rolesOf(lemma) === 'n');
}

/** Whether `word` is a noun of software, in the singular or plural. */
export function isSoftwareNoun(word: string): boolean {
  return possibleLemmas(word).some((lemma) => SOFTWARE.has(lemma));
}
