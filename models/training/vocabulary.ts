import { CONTINUATION, SPECIAL_PIECES } from '../../server/src/core/embeddings/tokenizer';

/** Rarer words are noise to the merges and cost time. */
const MIN_WORD_COUNT = 3;
/** Characters rarer than this stay unknown. */
const MIN_CHARACTER_COUNT = 20;

interface Word {
  pieces: string[];
  readonly count: number;
}

/**
 * Learns a subword vocabulary by byte-pair merges (Sennrich, Haddow and Birch 2016) over word counts: the
 * most frequent pair of neighbouring pieces becomes one piece, until there are `size` pieces.
 *
 * Deterministic: ties go to the pair that sorts first.
 */
export function learnVocabulary(wordCounts: ReadonlyMap<string, number>, size: number): string[] {
  const words = [...wordCounts]
    .filter(([, count]) => count >= MIN_WORD_COUNT)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, count]) => ({ pieces: charactersOf(word), count }));
  const vocabulary = [...SPECIAL_PIECES, ...frequentCharacters(words)];
  const known = new Set<string>(vocabulary);
  const pairs = new PairCounts(words);
  while (vocabulary.length < size) {
    const best = pairs.mostFrequent();
    if (!best) break;
    const merged = pairs.merge(best);
    if (!known.has(merged)) {
      known.add(merged);
      vocabulary.push(merged);
    }
  }
  return vocabulary;
}

function charactersOf(word: string): string[] {
  return [...word].map((character, i) => (i === 0 ? character : CONTINUATION + character));
}

function frequentCharacters(words: readonly Word[]): string[] {
  const counts = new Map<string, number>();
  for (const { pieces, count } of words) {
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + count);
  }
  return [...counts]
    .filter(([, count]) => count >= MIN_CHARACTER_COUNT)
    .map(([character]) => character)
    .sort();
}

/** Counts of neighbouring pieces, kept up to date through merges. */
class PairCounts {
  readonly #counts = new Map<string, number>();
  readonly #wordsWith = new Map<string, Set<Word>>();

  constructor(words: readonly Word[]) {
    for (const word of words) this.#add(word, 1);
  }

  mostFrequent(): string | undefined {
    let best: string | undefined;
    let most = MIN_WORD_COUNT - 1;
    for (const [pair, count] of this.#counts) {
      if (count > most || (count === most && best !== undefined && pair < best)) {
        best = pair;
        most = count;
      }
    }
    return best;
  }

  /** Joins the pair wherever it occurs; answers the new piece. */
  merge(pair: string): string {
    const [left, right] = pair.split(' ') as [string, string];
    const joined = left + right.slice(CONTINUATION.length);
    for (const word of [...(this.#wordsWith.get(pair) ?? [])]) {
      this.#add(word, -1);
      word.pieces = joinPairs(word.pieces, left, right, joined);
      this.#add(word, 1);
    }
    return joined;
  }

  #add(word: Word, sign: 1 | -1): void {
    for (let i = 1; i < word.pieces.length; i++) {
      const pair = `${word.pieces[i - 1]} ${word.pieces[i]}`;
      const count = (this.#counts.get(pair) ?? 0) + sign * word.count;
      if (count > 0) this.#counts.set(pair, count);
      else this.#counts.delete(pair);
      const holders = this.#wordsWith.get(pair) ?? new Set();
      this.#wordsWith.set(pair, holders);
      if (sign > 0) holders.add(word);
      else holders.delete(word);
    }
  }
}

function joinPairs(pieces: string[], left: string, right: string, joined: string): string[] {
  const result: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    if (pieces[i] === left && pieces[i + 1] === right) {
      result.push(joined);
      i++;
    } else {
      result.push(pieces[i] as string);
    }
  }
  return result;
}
