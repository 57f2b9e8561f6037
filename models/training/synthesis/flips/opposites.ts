import { type Lexicon, softwareOpposites, softwareSynonyms } from '../../lexicon/lexicon';
import type { Counterpart } from '../../lexicon/termIndex';
import { type Chunk, type Edit, plainAt, startsSentence } from '../chunks';
import { isFunctionWord, isNounPlace, isVerbPlace } from '../grammar';
import { type Flip, instead } from './flip';

/** Words with a second meaning that the tables do not mean, by what stands beside them. */
const OTHERWISE = new Map<string, RegExp>(
  Object.entries({
    left: /^(is|are|was|were|be|been|has|have|elements?|over)$/,
    right: /^(now|away|all|is|are)$/,
    up: /^(.+)$/,
    down: /^(.+)$/,
    like: /./,
    first: /^(at|if)$/,
    last: /^(at|and)$/,
    same: /^(as|at|time|exact|exactly)$/,
    end: /^(in|up)$/,
    read: /^(be|was|is|been)$/,
    even: /./,
    used: /^(to|by|as|for|in|is|be|are)$/,
    single: /^(quotes?|quoted|every)$/,
    real: /^(time)$/,
    little: /^(a)$/,
    possible: /^(if|as|where|when|whenever)$/,
    known: /^(also|as|well)$/,
    old: /^(years?)$/,
    available: /^(if|where)$/,
    successful: /^(if)$/,
    source: /^(code|open)$/,
    head: /^(to)$/,
    best: /^(at)$/,
    next: /^(to)$/,
    all: /^(at|after|of)$/,
    complete: /^(to)$/,
    optional: /^(an)$/,
    required: /^(if|as)$/,
    within: /^(from)$/,
    fixed: /^(be|was|is|been|bug)$/,
    copy: /^(a|the|of)$/,
    copies: /^(of|the)$/,
  }),
);

/** A word replaced by its opposite. `true` and `false` are exchanged throughout, as one fact. */
export const opposites: Flip = (chunks, lexicon) => {
  const words = new Set(chunks.map(({ lower }) => lower));
  const found: (readonly Edit[])[] = [];
  for (const [at, chunk] of chunks.entries()) {
    if (!chunk.isPlain || isOtherwise(chunks, at)) continue;
    if (chunk.lower === 'true' || chunk.lower === 'false') {
      found.push(chunks.flatMap(turnTruth));
      continue;
    }
    for (const other of oppositesAt(chunks, at, lexicon)) {
      // "from source to target" must not become "from target to target".
      if (!words.has(other)) found.push([instead(at, other)]);
    }
  }
  return found;
};

function turnTruth({ lower }: Chunk, at: number): Edit[] {
  return lower === 'true' || lower === 'false'
    ? [instead(at, lower === 'true' ? 'false' : 'true')]
    : [];
}

function oppositesAt(chunks: readonly Chunk[], at: number, lexicon: Lexicon): readonly string[] {
  const { lower } = chunks[at] as Chunk;
  const known = softwareOpposites.of(lower);
  if (known) return known.filter(({ role }) => fits(role, chunks, at)).map(({ word }) => word);
  // General opposites only of words of one part of speech: those of others are often of another meaning.
  if (isFunctionWord(lower) || softwareSynonyms.of(lower)) return [];
  const roles = lexicon.rolesOf(lower);
  if (roles !== 'a' && roles !== 'r') return [];
  return lexicon
    .antonymsOf(lower)
    .filter((other) => lexicon.rolesOf(other).includes(roles))
    .slice(0, 1);
}

function fits(role: Counterpart['role'], chunks: readonly Chunk[], at: number): boolean {
  const { lower } = chunks[at] as Chunk;
  if (role === 'other') return true;
  const isVerbForm = /(ed|ing)$/.test(lower);
  if (role === 'verb') return isVerbForm ? !isNounPlace(chunks, at) : isVerbPlace(chunks, at);
  return !isVerbPlace(chunks, at) && (!startsSentence(chunks, at) || chunks.length > 1);
}

function isOtherwise(chunks: readonly Chunk[], at: number): boolean {
  const meaning = OTHERWISE.get((chunks[at] as Chunk).lower);
  if (!meaning) return false;
  return meaning.test(plainAt(chunks, at - 1)) || meaning.test(plainAt(chunks, at + 1));
}
