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
  if (isAscii(text)) return asciiWordsOf(spellOut(text));
  const apart = spellOut(text.normalize('NFKC').replace(/[’ʼ]/g, "'"))
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return apart.toLowerCase().match(WORD) ?? [];
}

/** What is left of all that in ASCII, in one pass. */
function asciiWordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  let before = OTHER;
  for (let at = 0; at < text.length; at++) {
    const sort = sortAt(text, at);
    if (start >= 0 && !goesOn(before, sort, text, at)) {
      words.push(lower.slice(start, at));
      start = -1;
    }
    if (start < 0 && sort !== OTHER) start = at;
    before = sort;
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** Whether a word goes on at an offset: with a capital only among capitals, of which the last may begin the next word. */
function goesOn(before: number, sort: number, text: string, at: number): boolean {
  if (sort === OTHER || sort === SIGN) return false;
  if (sort === DIGIT || before === DIGIT || before === SIGN) return sort === before;
  return sort === SMALL || (before === CAPITAL && sortAt(text, at + 1) !== SMALL);
}

function sortAt(text: string, at: number): number {
  return SORTS[text.charCodeAt(at)] ?? OTHER;
}

function spellOut(text: string): string {
  if (!text.includes("'")) return text;
  return text
    .replace(/\bcan't\b/gi, 'can not')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/n't\b/gi, ' not');
}

const [OTHER, SMALL, CAPITAL, DIGIT, SIGN] = [0, 1, 2, 3, 4];
/** The sort of each character of ASCII. */
const SORTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return SMALL;
  if (/[A-Z]/.test(character)) return CAPITAL;
  if (/\d/.test(character)) return DIGIT;
  return /[<>=!+%&|]/.test(character) ? SIGN : OTHER;
});

/** Most prose of sources is ASCII, for which there is a quicker way to the same words. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
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

/** How many words a normalised text has, without making them: those of {@link wordsOf}. */
export function countNormalWords(normal: string): number {
  let count = 1;
  for (let at = normal.indexOf(' '); at >= 0; at = normal.indexOf(' ', at + 1)) count++;
  return count;
}

/**
 * How many words a reader would count: an identifier, a path or a call is one, a number none, and a character of
 * a script without spaces is one.
 */
export function countProseWords(text: string): number {
  return isAscii(text) ? countAsciiWords(text) : countAnyWords(text);
}

function countAnyWords(text: string): number {
  return text.split(/\s+/).reduce((count, token) => {
    const unspaced = token.match(UNSPACED)?.length ?? 0;
    return count + (unspaced || (/\p{L}/u.test(token) && !/^0x/i.test(token) ? 1 : 0));
  }, 0);
}

function countAsciiWords(text: string): number {
  let count = 0;
  let start = 0;
  let hasLetter = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13)) {
      if (hasLetter && !isHexadecimal(text, start)) count++;
      start = at + 1;
      hasLetter = false;
    } else if ((code | 32) >= 97 && (code | 32) <= 122) hasLetter = true;
  }
  return hasLetter && !isHexadecimal(text, start) ? count + 1 : count;
}

function isHexadecimal(text: string, at: number): boolean {
  return text.startsWith('0x', at) || text.startsWith('0X', at);
}
