import { CODE_PATTERNS, FAMILY_PATTERNS } from './codePatterns';

/** What a line of a comment is; a bracket belongs to what surrounds it. */
export type LineNature = 'code' | 'bracket' | 'prose';

/** Words that code and prose share, and which therefore do not make a line a sentence. */
const CODE_WORDS = new Set(
  'abstract as async await bool boolean break byte case catch char class const continue def default defer delete do double elif else end enum export extends extern final finally float fn for foreach from func function get go goto if implements import in inline int interface internal is lambda let long match mod module mut namespace new nil not null operator or override package private protected pub public raise readonly require return self set short signed static str string struct super switch template this throw throws trait true try type typedef typename union unless unsigned until use using val var virtual void volatile where while with yield select insert into update values join on and group by order limit table create drop alter echo'.split(
    ' ',
  ),
);
const QUOTED = /"(?:[^"\\]|\\.){0,400}"|'(?:[^'\\]|\\.){0,400}'|`[^`]{0,400}`/g;
const BRACKETS = /^[\s{}()[\];,]{0,40}$/;
const CODE_PUNCTUATION = /[;{}()[\]=<>|&+*$@\\]/g;
/** Three words in a row make a sentence that begins or ends like one. */
const THREE_WORDS = /^[A-Z][a-z]+ [a-z]+ |[.!?:]$/;
/** A token that is a word, with its marks. */
const WORD = /^["'(]?(\p{L}[\p{L}'’-]*)[,.:;!?)"']?$/u;
const HUMP = /\p{Ll}\p{Lu}/u;
/** Begins and ends like a sentence, however little is in between. */
const SENTENCE = /^[A-Z][a-z]+ .*[.!?]$/;
/** A line with this share of code punctuation, and no sentence in it, is code. */
const DENSE = 0.22;

/**
 * Whether a line is code or a sentence. A sentence may mention code: four plain words in a row, or three
 * and a full stop, are prose whatever else the line holds.
 */
export function judgeLine(line: string, languageId: string): LineNature {
  if (BRACKETS.test(line)) return 'bracket';
  const family = FAMILY_PATTERNS.filter(
    ({ languages, pattern }) => languages.has(languageId) && pattern.test(line),
  );
  if (family.some(({ certain }) => certain)) return 'code';
  const unquoted = line.replace(QUOTED, '""');
  const sentence = longestSentence(unquoted);
  if (sentence >= 4 || (sentence === 3 && THREE_WORDS.test(line))) return 'prose';
  if (family.length > 0 || CODE_PATTERNS.some((pattern) => pattern.test(line))) return 'code';
  if (SENTENCE.test(line)) return 'prose';
  const visible = unquoted.replace(/\s+/g, '').length;
  const punctuation = unquoted.match(CODE_PUNCTUATION)?.length ?? 0;
  return sentence < 3 && punctuation >= 3 && punctuation >= visible * DENSE ? 'code' : 'prose';
}

/** The longest run of plain words that are no keywords. */
function longestSentence(text: string): number {
  let longest = 0;
  let run = 0;
  for (const token of text.split(/\s+/)) {
    const word = WORD.exec(token)?.[1];
    const plain = word !== undefined && !CODE_WORDS.has(word) && !HUMP.test(word);
    // A keyword neither counts nor breaks a run: "the list is set for each user".
    if (plain) longest = Math.max(longest, ++run);
    else if (word === undefined || !CODE_WORDS.has(word)) run = 0;
  }
  return longest;
}
