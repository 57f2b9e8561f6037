import { type Edit, plainAt } from '../chunks';
import { type Flip, instead } from './flip';

/** Phrases of amount, each with one that states another amount. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['at least', 'at most'],
  ['at most', 'at least'],
  ['more than', 'less than'],
  ['less than', 'more than'],
  ['greater than', 'less than'],
  ['less than', 'greater than'],
  ['larger than', 'smaller than'],
  ['smaller than', 'larger than'],
  ['fewer than', 'more than'],
  ['bigger than', 'smaller than'],
  ['longer than', 'shorter than'],
  ['all of the', 'none of the'],
  ['none of the', 'all of the'],
  ['none of', 'all of'],
  ['any of the', 'none of the'],
  ['all the', 'none of the'],
  ['all the', 'some of the'],
  ['all elements', 'some elements'],
  ['zero or more', 'one or more'],
  ['one or more', 'zero or more'],
  ['at least one', 'no'],
  ['exactly one', 'at least one'],
  ['every', 'no'],
  ['each of the', 'one of the'],
  ['both of the', 'neither of the'],
  ['most', 'least'],
  ['the number of', 'the name of'],
  ['the name of', 'the number of'],
  ['the size of', 'the name of'],
  ['the start of', 'the end of'],
];
const byFirst = new Map<string, { rest: readonly string[]; length: number; by: string }[]>();
for (const [phrase, by] of PHRASES) {
  const [first = '', ...rest] = phrase.split(' ');
  byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, length: rest.length + 1, by }]);
}

/** Another amount: `at least` for `at most`, `none of the` for `all of the`, `some` for `all`. */
export const quantities: Flip = (chunks) => {
  const found: (readonly Edit[])[] = [];
  for (const [at, { lower, after }] of chunks.entries()) {
    for (const { rest, length, by } of byFirst.get(lower) ?? []) {
      const isWhole = rest.every(
        (word, i) => plainAt(chunks, at + 1 + i) === word && (chunks[at + i]?.after ?? '') === '',
      );
      if (isWhole && !isIdiom(lower, plainAt(chunks, at + 1), plainAt(chunks, at - 1)))
        found.push([{ at, length, by }]);
    }
    const next = plainAt(chunks, at + 1);
    if (
      lower === 'all' &&
      after === '' &&
      /[^s]s$/.test(next) &&
      !/^(its|this|is|was)$/.test(next)
    ) {
      found.push([instead(at, 'some')], [instead(at, 'no')]);
    }
  }
  return found;
};

/** `for every`, `at most one` (already a phrase of its own), `most of the`, `at least` without an amount. */
function isIdiom(word: string, next: string, previous: string): boolean {
  if (word === 'most' || word === 'least')
    return /^(of|likely|common|commonly|often)?$/.test(next) || previous === 'at';
  return word === 'every' && (next === 'time' || !/^(in|of|for|on|that|with)$/.test(previous));
}
