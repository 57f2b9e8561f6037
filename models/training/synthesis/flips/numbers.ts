import { below, type Random } from '../../random';
import type { Edit } from '../chunks';
import { type Flip, instead } from './flip';

const CARDINALS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'twelve',
];
const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth'];
const TIMES = ['once', 'twice'];
const WORDS = new Map<string, readonly string[]>();
for (const row of [CARDINALS, ORDINALS, TIMES]) for (const word of row) WORDS.set(word, row);

/** A number, in digits or as a word, replaced by another plausible one. */
export const numbers: Flip = (chunks, _lexicon, random) => {
  const found: (readonly Edit[])[] = [];
  for (const [at, { word, lower }] of chunks.entries()) {
    const next = chunks[at + 1]?.lower;
    if (/^\d{1,9}(\.\d+)?$/.test(word)) found.push([instead(at, otherNumber(word, random))]);
    const row = WORDS.get(lower);
    // `at once` and `a second` are of time, `once the file is closed` is no number.
    const isOfTime = /^(at|a|per|each|every|this|all)$/.test(chunks[at - 1]?.lower ?? '');
    const isConjunction =
      lower === 'once' && (at === 0 || /^(the|a|an|it|this|all|we|you)$/.test(next ?? ''));
    if (!row || isOfTime || isConjunction) continue;
    found.push([
      instead(
        at,
        row[(row.indexOf(lower) + 1 + below(random, row.length - 1)) % row.length] as string,
      ),
    ]);
  }
  return found;
};

function otherNumber(digits: string, random: Random): string {
  const value = Number(digits);
  const decimals = digits.split('.')[1]?.length ?? 0;
  const step = 10 ** -decimals;
  const isRound = value >= 10 && value % 10 === 0;
  const others = isRound
    ? [value * 2, value / 2, value * 10, value + 10]
    : [value + step, value - step, value + 2 * step, value * 2, value * 10];
  const plausible = others.filter((other) => other >= 0 && other !== value);
  return (plausible[below(random, plausible.length)] as number).toFixed(decimals);
}
