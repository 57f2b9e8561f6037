import { diffArrays } from 'diff';
import { type Difference, factsApart, type WordsApart, wordsApart } from './facts';
import { isRespelling } from './respelling';

/** Words that stand in one text where others stand in the other, each a normalised stretch of at least one. */
export type Substitution = readonly [one: string, other: string];

/** How two normalised texts are worded, one beside the other. */
export interface Wording {
  /** Share of their words, in [0, 1], that they have in common, in whatever order. */
  readonly shared: number;
  /** What stands for what, but for respellings; looked for only where the texts are worded alike enough for it to count. */
  readonly substitutions: readonly Substitution[];
  /** The words in which they visibly state different facts. */
  readonly facts: Difference | undefined;
}

/** Below this share the eighth power in `pairEnergy` leaves less than a hundredth of any substitution. */
export const LEAST_SHARED = 0.5;

/**
 * Compares the words of two normalised texts (see `normalise`). The same whichever is first, but for the sides of
 * what it answers.
 */
export function compareWording(a: string, b: string): Wording {
  const difference = wordsApart(a, b);
  return wordingOf(a, b, difference, factsApart(a, b, difference));
}

/** The same of texts that may be twins; undefined, and found out sooner, where they visibly state different facts. */
export function compareAgreeing(a: string, b: string): Wording | undefined {
  const difference = wordsApart(a, b);
  return factsApart(a, b, difference) ? undefined : wordingOf(a, b, difference, undefined);
}

function wordingOf(a: string, b: string, difference: WordsApart, facts: Wording['facts']): Wording {
  const { shared } = difference;
  const substitutions = shared < LEAST_SHARED ? [] : substitutionsIn(a, b, difference);
  return { shared, substitutions, facts };
}

/**
 * By the shortest edit script (Myers 1986); of several as short as each other the order of the texts decides. Words
 * that have only moved are in both texts, and are left out.
 */
function substitutionsIn(a: string, b: string, apart: Difference): Substitution[] {
  if (a > b) {
    const turned = substitutionsIn(b, a, { a: apart.b, b: apart.a });
    return turned.map(([one, other]) => [other, one]);
  }
  const [onlyA, onlyB] = [new Set(apart.a), new Set(apart.b)];
  const found: Substitution[] = [];
  let removed: readonly string[] = [];
  for (const part of diffArrays(a.split(' '), b.split(' '))) {
    if (part.added) {
      const one = removed.filter((word) => onlyA.has(word)).join(' ');
      const other = part.value.filter((word) => onlyB.has(word)).join(' ');
      if (one !== '' && other !== '' && !isRespelling(one, other)) found.push([one, other]);
    }
    removed = part.removed ? part.value : [];
  }
  return found;
}
