/** A character of a script that is written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * Splits prose into lower-case words, numbers and the few symbols that carry meaning.
 *
 * Identifiers come apart at their humps and underscores (`maxRetryCount` → max retry count), contractions
 * are spelled out (`don't` → do not: a negation must not hide in an apostrophe), scripts without spaces
 * come apart by character, and all other punctuation is dropped.
 */
export function wordsOf(text: string): string[] {
  const spelledOut = text
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\bcan't\b/gi, 'can not')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/n't\b/gi, ' not')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spelledOut.toLowerCase().match(WORD) ?? [];
}

/** A CJK character, a run of letters, a run of digits, or an operator: comparisons, signs, per cent, negation. */
const WORD = new RegExp(`${UNSPACED.source}|[\\p{L}\\p{M}]+|\\p{N}+|[<>=!+%&|]`, 'gu');

/**
 * The normal form in which two texts are "the same": equal words in equal order. Case, punctuation, white
 * space and the spelling of identifiers do not count.
 */
export function normalise(text: string): string {
  return wordsOf(text).join(' ');
}

/**
 * How many words a reader would count: an identifier, a path or a call is one, a number none, and a character of
 * a script without spaces is one.
 */
export function countProseWords(text: string): number {
  return text.split(/\s+/).reduce((count, token) => {
    const unspaced = token.match(UNSPACED)?.length ?? 0;
    return count + (unspaced || (/\p{L}/u.test(token) && !/^0x/i.test(token) ? 1 : 0));
  }, 0);
}
