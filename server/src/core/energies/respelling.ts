import { diffChars } from 'diff';
import { contradict } from './facts';

/** Words that may take each other's place without a change of what is said. */
const FORM_WORDS = new Set(
  'a an the this that these those its their is are was were be has have which who'.split(' '),
);
/** Letters that an abbreviation keeps at least: `hex`. */
const LEAST_ABBREVIATION = 3;
/** Fewer letters may make another word of another: `now`, `not`. */
const LEAST_LETTERS = 5;
/** One letter for another, one or two too many, two in the wrong order. */
const FEW_EDITS = 2;
/** Letters from which on one edit more is still the same word: `uninitialised`, `uninitialized`. */
const MANY_LETTERS = 9;

/**
 * Whether two normalised stretches are the same words in another form or spelling: a slip, British and American
 * spelling, singular and plural, words written as one, an abbreviation, another article.
 *
 * What is added in front makes another word (`safe`, `unsafe`), and so do opposites that are spelt alike (`minimum`,
 * `maximum`).
 */
export function isRespelling(one: string, other: string): boolean {
  if (isOfFormWords(one) && isOfFormWords(other)) return true;
  if (one[0] !== other[0] || contradict(one, other)) return false;
  const [short, long] = [one, other]
    .map((stretch) => stretch.replaceAll(' ', ''))
    .sort((x, y) => x.length - y.length) as [string, string];
  if (/\d/.test(long)) return false;
  if (long.startsWith(short)) return short.length >= LEAST_ABBREVIATION;
  const most = short.length >= MANY_LETTERS ? FEW_EDITS + 1 : FEW_EDITS;
  if (short.length < LEAST_LETTERS || long.length - short.length > most) return false;
  return diffChars(short, long, { maxEditLength: most }) !== undefined;
}

function isOfFormWords(stretch: string): boolean {
  return stretch.split(' ').every((word) => FORM_WORDS.has(word));
}
