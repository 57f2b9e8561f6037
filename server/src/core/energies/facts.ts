import { CONTRADICTIONS } from './contradictions';
import { exchangedIn } from './exchange';

/**
 * Telling apart texts that read alike but state another fact: "sorted ascending" and "sorted descending" are
 * close in wording and in any embedding, and are not twins.
 *
 * Works on normalised texts (words separated by single spaces). High precision before recall: it speaks up
 * only about numbers, negation, words that contradict each other and words that changed places.
 */

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'without',
  'cannot',
  'neither',
  'nor',
  'none',
  '!',
]);

/**
 * Share of words in common from which one word decides. Below it, texts are worded too differently for
 * a single pair of opposites to mean that they contradict each other.
 */
const SAME_FRAME = 0.5;

/** For each word its side in each of its groups, by group. */
const sidesOf = new Map<string, Map<number, number>>();
CONTRADICTIONS.forEach((sides, group) => {
  sides.forEach((words, side) => {
    for (const word of words.split(' ')) {
      const known = sidesOf.get(word) ?? new Map<number, number>();
      sidesOf.set(word, known.set(group, side));
    }
  });
});

/** Words of `a` alone and of `b` alone. */
export interface Difference {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** All such words, with repetitions. */
export interface WordsApart extends Difference {
  /** The share of all their words, in [0, 1], that two texts have in common, in whatever order. */
  readonly shared: number;
}

/**
 * The words in which two normalised texts state different facts, or undefined where they do not visibly.
 *
 * Compares the words that only one of them has: other numbers, a negation on one side, or two words that
 * contradict each other; of texts of the same words, what changed places.
 *
 * @param difference of the two, where it is known.
 */
export function factsApart(
  a: string,
  b: string,
  difference: WordsApart = wordsApart(a, b),
): Difference | undefined {
  if (difference.shared === 1) return exchangedIn(a.split(' '), b.split(' '));
  const numbersA = difference.a.filter(isNumber);
  const numbersB = difference.b.filter(isNumber);
  if (numbersA.length > 0 && numbersB.length > 0) return { a: numbersA, b: numbersB };
  if (difference.shared < SAME_FRAME) return undefined;
  const negatedA = difference.a.filter((word) => NEGATIONS.has(word));
  const negatedB = difference.b.filter((word) => NEGATIONS.has(word));
  if (negatedA.length > 0 !== negatedB.length > 0) return { a: negatedA, b: negatedB };
  return contradiction(difference);
}

/** The share of their words, in [0, 1], that two normalised texts have in common, in whatever order. */
export function sharedWords(a: string, b: string): number {
  return wordsApart(a, b).shared;
}

/** The words, with repetitions, that each text has more often than the other. */
export function wordsApart(one: string, other: string): WordsApart {
  const [wordsOfOne, wordsOfOther] = [one.split(' '), other.split(' ')];
  const a = surplus(wordsOfOne, wordsOfOther);
  const b = surplus(wordsOfOther, wordsOfOne);
  const shared = 1 - (a.length + b.length) / (wordsOfOne.length + wordsOfOther.length);
  return { a, b, shared };
}

function surplus(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function contradiction({ a, b }: Difference): Difference | undefined {
  for (const word of a) {
    const other = b.find((candidate) => contradict(word, candidate));
    if (other) return { a: [word], b: [other] };
  }
  return undefined;
}

/** Whether two words are on different sides of a group, and on the same side of none. */
export function contradict(word: string, other: string): boolean {
  const sides = sidesOf.get(word);
  const others = sidesOf.get(other);
  if (!sides || !others) return false;
  const shared = [...sides].filter(([group]) => others.has(group));
  return shared.length > 0 && shared.every(([group, side]) => others.get(group) !== side);
}

const isNumber = (word: string) => /^\p{N}+$/u.test(word);
