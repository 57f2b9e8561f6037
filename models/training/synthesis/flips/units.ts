import { below } from '../../random';
import type { Edit } from '../chunks';
import { type Flip, instead } from './flip';

/** Units of one quantity in words: one of them for another is another fact wherever it stands. */
const NAMED = [
  'nanoseconds microseconds milliseconds seconds minutes hours days weeks',
  'nanosecond microsecond millisecond minute hour day week',
  'bits bytes kilobytes megabytes gigabytes',
  'bit byte kilobyte megabyte gigabyte',
  'pixels points inches',
  'degrees radians',
  'metres kilometres millimetres miles',
  'meters kilometers millimeters miles',
  'grams kilograms pounds',
  'celsius fahrenheit kelvin',
];
/** Abbreviations, which are units only behind a number or a preposition. */
const SHORT = [
  'ns us ms s sec min h',
  'B KB MB GB',
  'kB MB GB',
  'KiB MiB GiB',
  'px pt em',
  'Hz kHz MHz GHz',
  'mm cm m km',
  'g kg',
];

const named = index(NAMED);
const short = index(SHORT);

/** A unit replaced by another of the same quantity. */
export const units: Flip = (chunks, _lexicon, random) => {
  const found: (readonly Edit[])[] = [];
  for (const [at, { word, lower }] of chunks.entries()) {
    const isMeasured = /\d$|^in$/.test(chunks[at - 1]?.lower ?? '');
    const row = named.get(lower) ?? (isMeasured ? short.get(word) : undefined);
    const others = row?.filter((other) => other !== lower && other !== word);
    if (others) found.push([instead(at, others[below(random, others.length)] as string)]);
  }
  return found;
};

function index(rows: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    rows.flatMap((row) => row.split(' ').map((unit) => [unit, row.split(' ')] as const)),
  );
}
