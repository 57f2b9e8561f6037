import { existsSync } from 'node:fs';
import path from 'node:path';
import { linesOf } from '../pairFiles';
import { endingOf, possibleLemmas } from './inflections';

/** Two plain words. */
export type WordPair = readonly [string, string];

const MONTH =
  /^(jan|febr)uary$|^(march|april|may|june|july|august)$|^(sept|nov|dec)ember$|^october$/;
const NUMBER =
  /^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|first|second|third|fourth|fifth)s?$/;
const WEEKDAY = /^(mon|tues|wednes|thurs|fri|satur|sun)days?$/;

/**
 * Reads lines of a word and its paraphrases, each a pair with the first. Words that are not plain, numbers, months
 * and pairs of other inflection (`remove`, `removing`) or of one lemma are left out.
 *
 * @returns No pairs when the file is missing; its name is then added to `missing`.
 */
export async function readWordPairs(
  folder: string,
  name: string,
  missing: string[],
): Promise<WordPair[]> {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    missing.push(name);
    return [];
  }
  const pairs: WordPair[] = [];
  for await (const line of linesOf(file)) {
    const [word = '', ...others] = line.trim().toLowerCase().split(/\s+/);
    if (!isWord(word)) continue;
    for (const other of others)
      if (isWord(other) && areAlike(word, other)) pairs.push([word, other]);
  }
  return pairs;
}

const isWord = (text: string) =>
  /^[a-z]{3,}$/.test(text) && !MONTH.test(text) && !NUMBER.test(text) && !WEEKDAY.test(text);

function areAlike(a: string, b: string): boolean {
  if (a === b || endingOf(a) !== endingOf(b)) return false;
  const lemmas = possibleLemmas(a);
  return !possibleLemmas(b).some((lemma) => lemmas.includes(lemma));
}
