import { wordsOf } from '../../embeddings/words';
import { wordsApart } from '../../energies/facts';
import type { GroupFilter, GroupMember } from './groupFilter';
import { resemble } from './resemble';

/** Words that follow from others: `an` iterator, `a` range. */
const ARTICLES = new Set(['a', 'an', 'the', 's']);
/** Texts that differ in more words differ in more than their subject. */
const MOST_WORDS = 8;

/** Siblings whose texts differ in nothing but the names that they belong to. */
export const oneFact: GroupFilter = {
  name: 'one-fact',
  reason: 'Each says the same of another thing, and names it.',
  differs: true,
  keysOf: ({ site: { member, container } }) =>
    (member ?? container) === undefined ? [] : ['named'],
  relates(one, other) {
    if (one.normal === other.normal) return false;
    const { a, b } = wordsApart(one.normal, other.normal);
    const [ownA, ownB] = [a, b].map(withoutArticles) as [string[], string[]];
    if (ownA.length + ownB.length === 0) return areInverse(one, other);
    if (Math.max(a.length, b.length) > MOST_WORDS) return false;
    const names = wordsApart(namesOf(one), namesOf(other));
    return areNamed(ownA, names.a) && areNamed(ownB, names.b);
  },
};

function withoutArticles(words: readonly string[]): string[] {
  return words.filter((word) => !ARTICLES.has(word));
}

/** Equal words in another order, at members whose names are so as well: `hexToInt`, `intToHex`. */
function areInverse(one: GroupMember, other: GroupMember): boolean {
  const [a, b] = [wordsOf(one.site.member ?? ''), wordsOf(other.site.member ?? '')];
  const isTurned = a.includes('to') && a.join(' ') !== b.join(' ');
  return isTurned && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** The words in the names of a member, its type and its file, and those its code spells, apart by blanks. */
function namesOf({ site: { member = '', container, path, echoes = '' } }: GroupMember): string {
  const file = path.replace(/^.*\/|\.[^./]*$/g, '');
  const names = wordsOf(`${member} ${container?.name ?? ''} ${file}`);
  return [...new Set([...names, ...echoes.split(' ')])].join(' ');
}

/** Whether each word stands for one of the names that only its own member has. */
function areNamed(words: readonly string[], own: readonly string[]): boolean {
  return words.every((word) => own.some((name) => resemble(word, name)));
}
