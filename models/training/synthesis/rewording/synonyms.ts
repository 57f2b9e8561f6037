import { type Lexicon, softwareOpposites, softwareSynonyms } from '../../lexicon/lexicon';
import type { Role } from '../../lexicon/termIndex';
import { oneOf, shuffled } from '../choose';
import { type Chunk, type Edit, edited, plainAt, splitText, startsSentence } from '../chunks';
import { isDeterminer, isFunctionWord, isNounPlace, isSoftwareNoun, isVerbPlace } from '../grammar';
import type { Rewording } from './rewording';

/** A general synonym fits some senses only: words of more senses than this are left alone. */
const SENSES = 2;
/** Of nouns, which name things, only those of one meaning are safe. */
const SENSES_OF_NOUN = 1;
/** Next to these a word is part of a fixed term (`hash function`, `return value`, `null character`). */
const TERM =
  /^(input|hash|return|main|null|virtual|window|error|source|wide|primary|foreign|default|code|system|exit|end|call|user|test|state|class|object|member|abstract|lambda|callback|static|escape|sort|system|current|working|unit|base|thread|dom|file|data|set|virtual|java|command|exit|array|string)$/;

/** One to three words replaced by synonyms: those of programming prose first, general ones second. */
export const synonyms: Rewording = (text, lexicon, random) => {
  const chunks = splitText(text);
  const words = new Set(chunks.map(({ lower }) => lower));
  const most = 1 + Math.floor(random() * 3);
  const edits: Edit[] = [];
  for (const isGeneral of [false, true]) {
    for (const at of shuffled([...chunks.keys()], random)) {
      if (edits.length >= most || !chunks[at]?.isPlain || edits.some((edit) => edit.at === at))
        continue;
      const candidates = isGeneral ? general(chunks, at, lexicon) : ofSoftware(chunks, at);
      const fitting = candidates.filter((word) => !words.has(word));
      if (fitting.length > 0) edits.push({ at, length: 1, by: oneOf(fitting, random) });
    }
  }
  return edits.length > 0 ? edited(chunks, edits) : undefined;
};

function ofSoftware(chunks: readonly Chunk[], at: number): readonly string[] {
  const { lower } = chunks[at] as Chunk;
  const known = softwareSynonyms.of(lower);
  if (!known || isBound(chunks, at)) return [];
  return known.filter(({ role }) => fits(role, chunks, at)).map(({ word }) => word);
}

function fits(role: Role, chunks: readonly Chunk[], at: number): boolean {
  const { lower, after } = chunks[at] as Chunk;
  const next = after === '' ? plainAt(chunks, at + 1) : '';
  const previous = plainAt(chunks, at - 1);
  if (role === 'verb') {
    if (/ing$/.test(lower)) return isDeterminer(next) && !isNounPlace(chunks, at);
    if (/(ed|t|n)$/.test(lower) && /^(is|are|was|were|be|been|being|not)$/.test(previous))
      return true;
    // "check to see", "check for": verbs with a preposition have meanings of their own.
    const hasObject =
      next !== '' && !/^(to|for|out|up|off|down|on|in|as|with|at|by|against)$/.test(next);
    return hasObject && !/(ed|ing)$/.test(lower) && isVerbPlace(chunks, at);
  }
  if (role === 'noun') {
    const isCompound = TERM.test(previous) || nounFollows(chunks, at);
    return !isCompound && !isVerbPlace(chunks, at) && !isDeterminer(next);
  }
  return fitsOther(lower, previous, next, startsSentence(chunks, at));
}

/** Adjectives and adverbs with a second use in which their synonyms do not hold. */
function fitsOther(word: string, previous: string, next: string, isFirst: boolean): boolean {
  if (/^(since|while|until|till)$/.test(word)) return word !== 'since' && word !== 'while';
  if (/^(given|supplied|provided|specified)$/.test(word)) return isDeterminer(previous);
  if (
    /^(current|previous|complete|whole|present|main|multiple|particular|specific|legal|unique)$/.test(
      word,
    )
  ) {
    return (
      isDeterminer(previous) &&
      next !== '' &&
      !isFunctionWord(next) &&
      !/^(method|directory|thread|identifier|key|id|ids|time)$/.test(next)
    );
  }
  if (
    /^(enough|redundant|distinct|matching|identical|missing|absent|present|fast|needed|basic|important)$/.test(
      word,
    )
  )
    return false;
  if (/^(exactly|only|currently)$/.test(word)) return next !== 'once' && next !== 'if';
  return !(isFirst && next === '');
}

function general(chunks: readonly Chunk[], at: number, lexicon: Lexicon): readonly string[] {
  const { lower } = chunks[at] as Chunk;
  if (lower.length < 4 || isFunctionWord(lower) || isBound(chunks, at)) return [];
  if (softwareSynonyms.of(lower) || softwareOpposites.of(lower) || isSoftwareNoun(lower)) return [];
  const senses = lexicon.countSenses(lower);
  const antonyms = lexicon.antonymsOf(lower);
  const roles = lexicon.rolesOf(lower);
  // A verb's synonym often takes another object.
  if (roles === 'v' || roles.length !== 1 || senses > (roles === 'n' ? SENSES_OF_NOUN : SENSES))
    return [];
  // Participles: `defined` is not always `outlined`.
  if (/(ed|ing)$/.test(lower)) return [];
  return lexicon
    .synonymsOf(lower)
    .filter(
      (word) =>
        lexicon.rolesOf(word) === roles &&
        lexicon.countSenses(word) <= SENSES + 1 &&
        !isFunctionWord(word) &&
        !antonyms.includes(word) &&
        !isSoftwareNoun(word),
    );
}

function isBound(chunks: readonly Chunk[], at: number): boolean {
  return (
    !(chunks[at]?.isPlain ?? false) ||
    (chunks[at - 1]?.isPlain === false && chunks[at + 1]?.isPlain === false)
  );
}

function nounFollows(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.after !== '') return false;
  const next = chunks[at + 1];
  return (
    next !== undefined &&
    (!next.isPlain ||
      TERM.test(next.lower) ||
      isSoftwareNoun(next.lower) ||
      /^(name|handler|type|value|list|separator|index|size|pool|path|reference|call|node|count|number|message|id|identifier)s?$/.test(
        next.lower,
      ))
  );
}
