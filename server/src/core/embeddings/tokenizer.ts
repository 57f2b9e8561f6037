import { remembered } from '../remembered';
import { hashOf } from './hash';
import { wordsOf } from './words';

/** The contents of `tokenizer.json`. Piece `i` has token id `i`; a piece that continues a word starts with `##`. */
export interface TokenizerFile {
  readonly version: 1;
  readonly pieces: readonly string[];
}

/** Id of the padding token; it never stands for text. */
export const PAD = 0;
/** Id of the token that stands for no word in particular. */
export const UNKNOWN = 1;
/** The pieces that every vocabulary starts with. */
export const SPECIAL_PIECES = ['[PAD]', '[UNK]'] as const;
export const CONTINUATION = '##';

/** So many characters of a script that no piece covers share a token: words of one stem have their beginning in common. */
const STAND_IN_LENGTH = 3;
/** Words longer than this are data (hashes, base64), not prose: one unknown token. */
const MAX_WORD_LENGTH = 40;
/** Bound of the word cache; prose has a few ten thousand distinct words. */
const MAX_CACHED_WORDS = 50_000;

/**
 * Splits text into subword ids, greedily taking the longest piece that fits (as WordPiece does).
 *
 * What no piece covers gets stand-ins, pieces picked by a hash: nothing is known of its meaning, but equal words are equal
 * and others are not. Accents that the vocabulary does not know are left away.
 */
export class Tokenizer {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #longest: number;
  readonly #idsOf = remembered(MAX_CACHED_WORDS, (word) => this.#split(word));
  /** The vocabulary, by id. */
  readonly pieces: readonly string[];
  readonly size: number;

  /** @throws Error when `file` is not a vocabulary: the caller names the file. */
  constructor(file: TokenizerFile) {
    if (file.version !== 1 || !Array.isArray(file.pieces)) {
      throw new Error('not a tokenizer file of version 1');
    }
    this.#ids = new Map(file.pieces.map((piece, id) => [piece, id]));
    if (SPECIAL_PIECES.some((piece, id) => file.pieces[id] !== piece)) {
      throw new Error(`the vocabulary must start with ${SPECIAL_PIECES.join(', ')}`);
    }
    if (this.#ids.size !== file.pieces.length) throw new Error('a piece occurs twice');
    this.pieces = file.pieces;
    this.size = file.pieces.length;
    this.#longest = file.pieces.reduce((longest, piece) => Math.max(longest, piece.length), 0);
  }

  /** The ids of `text`, at least one (an empty text is one unknown token), at most `limit`. */
  encode(text: string, limit: number): number[] {
    const ids: number[] = [];
    for (const word of wordsOf(text)) {
      for (const id of this.#idsOf(word)) ids.push(id);
      if (ids.length >= limit) break;
    }
    if (ids.length === 0) ids.push(UNKNOWN);
    return ids.slice(0, limit);
  }

  #split(word: string): readonly number[] {
    if (word.length > MAX_WORD_LENGTH) return [UNKNOWN];
    const ids: number[] = [];
    let start = 0;
    while (start < word.length) {
      const prefix = start === 0 ? '' : CONTINUATION;
      let end = Math.min(word.length, start + this.#longest - prefix.length);
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.#ids.get(prefix + word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) {
        const plain = withoutAccents(word);
        if (plain !== word && plain !== '') return this.#split(plain);
        end = endOfCharacters(word, start, STAND_IN_LENGTH);
        id = this.#standInFor(word.slice(start, end));
      }
      ids.push(id);
      start = end;
    }
    return ids;
  }

  /** A piece of the second half, where the rarer ones are. */
  #standInFor(characters: string): number {
    const half = Math.ceil(this.size / 2);
    return half + (hashOf(characters) % (this.size - half));
  }
}

/** `é` is an `e`; syllables of Hangul, which come apart as well, are put together again. */
function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** Where the next characters end, never within one that takes two units. */
function endOfCharacters(word: string, start: number, count: number): number {
  let end = start;
  for (let i = 0; i < count && end < word.length; i++) {
    end += (word.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return end;
}
