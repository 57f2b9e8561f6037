import type { Lexicon } from '../../lexicon/lexicon';
import type { Random } from '../../random';
import type { Chunk, Edit } from '../chunks';

/**
 * One kind of change that makes a text state another fact.
 *
 * @returns All the alternatives found in the text, each the edits that must be done together; none if the kind
 *   does not apply. Every alternative changes what is said: in doubt it is left out.
 */
export type Flip = (
  chunks: readonly Chunk[],
  lexicon: Lexicon,
  random: Random,
) => readonly (readonly Edit[])[];

/** Replaces the word at `at`. */
export const instead = (at: number, by: string): Edit => ({ at, length: 1, by });
/** Puts `word` behind the word at `at`. */
export const behind = (chunks: readonly Chunk[], at: number, word: string): Edit =>
  instead(at, `${chunks[at]?.word} ${word}`);
export const without = (at: number, length = 1): Edit => ({ at, length, by: '' });
