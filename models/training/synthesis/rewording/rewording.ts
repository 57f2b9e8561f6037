import type { Lexicon } from '../../lexicon/lexicon';
import type { Random } from '../../random';

/** One way to say the same in other words; undefined where it does not apply. In doubt it does not. */
export type Rewording = (text: string, lexicon: Lexicon, random: Random) => string | undefined;

/** Phrases that say the same, wherever they stand: each a pattern and what may be put in its place. */
export type Phrase = readonly [RegExp, string];

/**
 * `text` with the first match of `pattern` replaced, a capital or small letter at its start kept; undefined where
 * that changes nothing.
 */
export function replacedOnce(text: string, [pattern, by]: Phrase): string | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const replaced = text.replace(pattern, by);
  const first = replaced.charAt(match.index);
  const start = match[0].charAt(0);
  const fitted = /[A-Z]/.test(start)
    ? first.toUpperCase()
    : /[a-z]/.test(start)
      ? first.toLowerCase()
      : first;
  const reworded = replaced.slice(0, match.index) + fitted + replaced.slice(match.index + 1);
  return reworded === text ? undefined : reworded;
}
